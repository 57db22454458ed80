import Query

/// The rows of a file that pass a filter, found in order in the background.
///
/// A row has a position in the view and a number in the file. The search ends when the view is released.
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

    /// The progress of the search.
    package var state: ResultsViewState {
        filter.isOpen ? file.index.viewState : matches.state
    }

    /// The state now and after changes; the stream ends after the final one.
    package var states: AsyncStream<ResultsViewState> {
        let (file, matches) = (file, matches)
        return (filter.isOpen ? file.index.signal : matches.signal).values { [isOpen = filter.isOpen] in
            let state = isOpen ? file.index.viewState : matches.state
            return (state, state.isFinal)
        }
    }

    /// Stops the search; the rows found so far remain.
    package func cancel() { task?.cancel() }

    /// Waits until the search has ended.
    package func searched() async -> ResultsViewState {
        if let task { await task.value } else { _ = await file.indexed() }
        return state
    }

    /// The number in the file of the row at a position; nil after the end.
    package func row(at position: Int) throws(ResultsError) -> Int? { try rowNumbers(in: position..<(position + 1)).first }

    /// The numbers in the file of the existing rows at these positions.
    package func rowNumbers(in positions: Range<Int>) throws(ResultsError) -> [Int] {
        if filter.isOpen { return Array(positions.clamped(to: 0..<file.index.rowCount)) }
        return try matches.numbers.records(in: positions).map { Int($0) }
    }

    /// The position of a row, or of the next row that passes; ``ResultsViewState/count`` if there is none.
    package func position(ofRow row: Int) throws(ResultsError) -> Int {
        if filter.isOpen { return min(max(row, 0), file.index.rowCount) }
        if isSorted { return try sortedPosition(ofRow: row) }
        var low = 0
        var high = matches.numbers.count
        while low < high {
            let middle = (low + high) / 2
            if let number = try matches.numbers.record(at: middle), number < row { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the rows have no positions yet because they are sorted when all are found.
    package var isToBeSorted: Bool { isSorted && !state.isFinal }

    /// Whether the rows are in another order than that of the file.
    private var isSorted: Bool { !filter.order.isStandard && !matches.state.isTooMuchToSort }

    /// The position of a row; without it, that of the row with the next number.
    private func sortedPosition(ofRow row: Int) throws(ResultsError) -> Int {
        let numbers = try matches.numbers.records(in: 0..<matches.numbers.count)
        let next = numbers.indices.filter { numbers[$0] >= row }.min { numbers[$0] < numbers[$1] }
        return next ?? numbers.count
    }

    /// The summaries of the rows at these positions.
    package func rows(in positions: Range<Int>) throws(ResultsError) -> [ResultsRow] {
        try file.checkUnchanged()
        return try RowReader(file.index).rows(try rowNumbers(in: positions))
    }

    /// The position of the first failed row after a position; nil if there is none so far; -1 searches from the beginning.
    package func nextFailure(after position: Int) throws(ResultsError) -> Int? {
        guard !filter.isOpen else { return try file.nextFailure(after: position) }
        if let outcome = filter.outcome, outcome != .failed { return nil }
        var window = EntryWindow(file.index.entries, length: isSorted ? 1 : EntryWindow.length)
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

    /// The position of the last failed row before a position; nil if there is none.
    package func previousFailure(before position: Int) throws(ResultsError) -> Int? {
        guard !filter.isOpen else { return try file.previousFailure(before: position) }
        if let outcome = filter.outcome, outcome != .failed { return nil }
        var end = position
        while end > 0 {
            let start = max(0, end - 1_024)
            let numbers = try rowNumbers(in: start..<end)
            var window = EntryWindow(file.index.entries, length: isSorted ? 1 : EntryWindow.length)
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
