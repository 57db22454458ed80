import Synchronization

/// The numbers of the rows that pass a filter, which grow during the search.
final class ViewMatches: Sendable {
    let numbers: RecordStore<UInt32>
    /// Raised whenever the state changes.
    let signal = ChangeSignal()
    private let published = Mutex(ResultsViewState())

    /// The most rows examined between two checks for cancellation.
    private static let batch = 4_096

    init(folder: String) { numbers = RecordStore(folder: folder) }

    var state: ResultsViewState { published.withLock { $0 } }

    /// Searches all existing and future rows.
    func search(_ index: ResultsIndex, _ filter: ResultsFilter) async {
        var state = ResultsViewState()
        var lastRaised: ContinuousClock.Instant?
        do throws(ResultsError) {
            let matcher = RowMatcher(filter, index)
            var sorting = RowSorting(filter.order, index)
            while true {
                if Task.isCancelled { throw .canceled }
                let seen = index.signal.version
                let isFinal = index.phase.isFinal
                state.rows = index.rowCount
                matcher.prepare()
                sorting?.prepare()
                try examine(&state, index, matcher, &sorting)
                state.isFinal = isFinal && state.examined == state.rows
                if state.isFinal, let sorting { try append(sorting.sorted(), &state) }
                publish(state, &lastRaised)
                if state.isFinal { return }
                if state.examined == state.rows { await index.signal.wait(past: seen) } else { await Task.yield() }
            }
        } catch {
            state.failure = error
            state.isFinal = true
            publish(state, &lastRaised)
        }
    }

    private func examine(
        _ state: inout ResultsViewState, _ index: ResultsIndex, _ matcher: RowMatcher, _ sorting: inout RowSorting?
    ) throws(ResultsError) {
        let range = state.examined..<min(state.examined + Self.batch, state.rows)
        var bytes = 0
        var found: [UInt32] = []
        for entry in try index.entries.records(in: range) {
            if try matcher.matches(entry, state.examined) {
                if sorting == nil {
                    found.append(UInt32(clamping: state.examined))
                } else {
                    try sorting?.add(state.examined, entry)
                }
            }
            // A pattern may need long for a row.
            if Task.isCancelled { throw .canceled }
            state.examined += 1
            // Long rows make a batch slow, so its bytes are limited too: progress must not wait longer.
            bytes += Int(entry.length)
            if bytes > 4 << 20 { break }
        }
        if let given = sorting, given.isTooMuch {
            // The rows stay in the order of the file: half of an order would be a wrong one.
            found = given.numbers + found
            sorting = nil
            state.isTooMuchToSort = true
        }
        try append(found, &state)
    }

    private func append(_ found: [UInt32], _ state: inout ResultsViewState) throws(ResultsError) {
        try numbers.append(found)
        state.count += found.count
    }

    /// Publishes the state at once, and wakes waiters at the first match, at the end, and ten times a second.
    private func publish(_ state: ResultsViewState, _ lastRaised: inout ContinuousClock.Instant?) {
        let isFirst = published.withLock { published in
            defer { published = state }
            return published.count == 0 && state.count > 0
        }
        let now = ContinuousClock.now
        if let last = lastRaised, !isFirst, !state.isFinal, last.duration(to: now) < .milliseconds(100) { return }
        lastRaised = now
        signal.raise()
    }
}
