/// The rows of a file that a filter lets pass, found in the background and in order.
///
/// A row has a position here, and its number in the file. When the view goes, so does its search.
package final class ResultsView: Sendable {
    /// The filter.
    package let filter: ResultsFilter
    let file: ResultsFile
    private let matches: ViewMatches
    private let task: Task<Void, Never>?

    init(_ file: ResultsFile, _ filter: ResultsFilter) {
        self.file = file
        self.filter = filter
        let index = file.index
        let matches = ViewMatches(folder: index.folder)
        self.matches = matches
        task = filter.isOpen ? nil : Task.detached { await matches.search(index, filter) }
    }

    deinit { task?.cancel() }

    /// How far the search is.
    package var state: ResultsViewState {
        filter.isOpen ? file.index.viewState : matches.state
    }

    /// The state now and whenever more is known; it ends behind the final one.
    package var states: AsyncStream<ResultsViewState> {
        let (file, matches) = (file, matches)
        return (filter.isOpen ? file.index.signal : matches.signal).values { [isOpen = filter.isOpen] in
            let state = isOpen ? file.index.viewState : matches.state
            return (state, state.isFinal)
        }
    }

    /// Stops the search; what was found remains.
    package func cancel() { task?.cancel() }

    /// Waits until the search is over.
    package func searched() async -> ResultsViewState {
        if let task { await task.value } else { _ = await file.indexed() }
        return state
    }

    /// The number in the file of the row at a position; nil beyond the end.
    package func row(at position: Int) throws(ResultsError) -> Int? { try rowNumbers(in: position..<(position + 1)).first }

    /// The numbers in the file of the rows at positions, as many as there are.
    package func rowNumbers(in positions: Range<Int>) throws(ResultsError) -> [Int] {
        if filter.isOpen { return Array(positions.clamped(to: 0..<file.index.rowCount)) }
        return try matches.numbers.records(in: positions).map { Int($0) }
    }

    /// The position of a row, or of the first one behind it that passes; ``ResultsViewState/count`` when there is none.
    package func position(ofRow row: Int) throws(ResultsError) -> Int {
        if filter.isOpen { return min(max(row, 0), file.index.rowCount) }
        var low = 0
        var high = matches.numbers.count
        while low < high {
            let middle = (low + high) / 2
            if let number = try matches.numbers.record(at: middle), number < row { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The rows at positions, in short.
    package func rows(in positions: Range<Int>) throws(ResultsError) -> [ResultsRow] {
        try file.checkUnchanged()
        return try RowReader(file.index).rows(try rowNumbers(in: positions))
    }

    /// The position of the first failed row behind a position, or nil when there is none so far; -1 asks from the beginning.
    package func nextFailure(after position: Int) throws(ResultsError) -> Int? {
        guard !filter.isOpen else { return try file.nextFailure(after: position) }
        if let outcome = filter.outcome, outcome != .failed { return nil }
        var window = EntryWindow(file.index.entries)
        var next = position + 1
        while true {
            let numbers = try rowNumbers(in: next..<(next + 1_024))
            if numbers.isEmpty { return nil }
            for number in numbers {
                if try window.entry(number)?.outcome == .failed { return next }
                next += 1
            }
        }
    }

    /// The position of the last failed row before a position; nil when there is none.
    package func previousFailure(before position: Int) throws(ResultsError) -> Int? {
        guard !filter.isOpen else { return try file.previousFailure(before: position) }
        if let outcome = filter.outcome, outcome != .failed { return nil }
        var end = position
        while end > 0 {
            let start = max(0, end - 1_024)
            let numbers = try rowNumbers(in: start..<end)
            var window = EntryWindow(file.index.entries)
            var last: Int?
            for (offset, number) in numbers.enumerated() where try window.entry(number)?.outcome == .failed {
                last = start + offset
            }
            if let last { return last }
            end = start
        }
        return nil
    }
}
