import Synchronization

/// The state shared by the tasks of one file: the index so far, and the file that contains the rows.
final class ResultsIndex: Sendable {
    /// The file with the rows, their format, and the line end.
    struct Rows {
        let file: ByteFile
        let format: RowFormat
        let lineEnd: UInt8
    }

    private struct State {
        var snapshot = ResultsSnapshot()
        /// The file with the rows, which is a scratch file if the results are compressed, and the format of the rows.
        var rows: Rows?
    }

    let entries: RecordStore<RowEntry>
    let options: ResultsOptions
    let folder: String
    /// Raised whenever the snapshot changes.
    let signal = ChangeSignal()
    private let state = Mutex(State())

    init(options: ResultsOptions, folder: String) {
        self.options = options
        self.folder = folder
        entries = RecordStore(folder: folder)
    }

    var snapshot: ResultsSnapshot { state.withLock { $0.snapshot } }

    /// The number of rows in the snapshot.
    var rowCount: Int { state.withLock { $0.snapshot.totals.items } }

    var phase: ResultsPhase { state.withLock { $0.snapshot.phase } }

    /// The state of a view that shows every row.
    var viewState: ResultsViewState {
        state.withLock { state in
            let rows = state.snapshot.totals.items
            return ResultsViewState(count: rows, examined: rows, rows: rows, isFinal: state.snapshot.phase.isFinal)
        }
    }

    var rows: Rows? { state.withLock { $0.rows } }

    func publish(_ change: (inout ResultsSnapshot) -> Void) {
        state.withLock { change(&$0.snapshot) }
        signal.raise()
    }

    /// Records how much has arrived without waking waiters: the new rows will wake them.
    func noteArrival(_ arrival: ByteSupply.Arrival) { state.withLock { $0.snapshot.bytesThere = arrival.bytes } }

    func setRows(_ rows: Rows) {
        state.withLock { $0.rows = rows }
    }

    /// The number of the first failed row from a row on; nil if there is none so far.
    func failure(from first: Int) throws(ResultsError) -> Int? {
        var start = first
        while start < rowCount {
            let batch = try entries.records(in: start..<min(start + 65_536, rowCount))
            if batch.isEmpty { return nil }
            if let found = batch.firstIndex(where: { $0.outcome == .failed }) { return start + found }
            start += batch.count
        }
        return nil
    }

    /// The number of the last failed row up to a row; nil if there is none so far.
    func failure(upTo last: Int) throws(ResultsError) -> Int? {
        var end = min(last + 1, rowCount)
        while end > 0 {
            let start = max(0, end - 65_536)
            if let found = try entries.records(in: start..<end).lastIndex(where: { $0.outcome == .failed }) {
                return start + found
            }
            end = start
        }
        return nil
    }
}
