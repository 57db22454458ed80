import Intuned
package import ResultsFile

/// The id of one opening of a run's results file, so that data from an earlier opening is recognized.
package struct ReadingID: Hashable, Sendable {
    /// The run whose results are read.
    package var key: RunKey
    /// The number of the opening in this session.
    package var number: Int

    /// Creates the id of an opening.
    package init(key: RunKey, number: Int) {
        self.key = key
        self.number = number
    }
}

/// A results file that is being read: what is known of it, and the rows near those on the screen.
package struct Reading: Equatable, Sendable {
    /// The id of this opening.
    package let id: ReadingID
    /// The path, as the user would type it; empty for results in memory.
    package internal(set) var path: String
    /// The format reported by the platform.
    let format: String?
    /// The results with their link, if they are read into memory.
    let link: RunResults?
    /// Whether the page of the run opened them, to show the causes.
    var isPeek = false
    /// The cause whose items are shown as soon as the results are open.
    var awaitedGroup: Int?
    /// Whether a fetch is still writing the file.
    package internal(set) var isGrowing: Bool
    /// Bytes that a fetch has written; 0 for a file that is complete.
    var arrived = 0
    /// How often the fetch that writes the file has started again.
    var restarts = 0
    /// Whether the fetch ended early, so that the file is incomplete.
    package internal(set) var isCutOff = false
    /// Whether the file is open.
    package internal(set) var isOpen = false
    /// What the reader knows of the file.
    package internal(set) var snapshot = ResultsSnapshot()
    /// The filter of the current search; nil before the first page sets one.
    var filter: ResultsFilter?
    /// The progress of the search.
    package internal(set) var view = ResultsViewState()
    /// The rows around those on the screen.
    var window = RowWindow()
    /// The rows that were ordered and have not arrived yet.
    var askedRows: Range<Int>?
    /// Why the last ordered rows could not be read.
    package internal(set) var failure: ResultsError?
    /// The row that the cursor moves to when it is found.
    var seeking: RowTarget?
    /// The opened item.
    var item: ReadItem?
    /// The row of the item that was ordered and has not arrived yet.
    var askedItem: Int?
    /// The shown part of the raw file.
    var bytes: ReadBytes?
    /// The part of the raw file that was ordered and has not arrived yet.
    var askedBytes: BytesOrder?
    /// The results of the previous run; nil if they are not on disk.
    package internal(set) var previous: PreviousResults?
    /// The path at which the previous results were searched for.
    var comparedPath: String?
    /// The export that is running.
    package internal(set) var export: ExportProgress?

    /// Creates the state of a file that is about to be opened.
    init(id: ReadingID, at place: ResultsPlace) {
        (self.id, path, format, link) = (id, place.path, place.format, place.link)
        (isGrowing, arrived, restarts) = (place.isGrowing, place.arrived, place.restarts)
    }

    /// Whether everything in the results can be read.
    var isSound: Bool {
        switch snapshot.phase {
        case .waiting, .indexing, .complete: isOpen && failure == nil
        case .canceled, .failed: false
        }
    }

    /// Clears the error of a missing item once its row exists.
    mutating func lookAgain() {
        if let item, case .failure(.noSuchRow) = item.result, snapshot.totals.items > item.row { self.item = nil }
    }

    /// The row at a position in the filtered list, if it is loaded.
    func row(at position: Int) -> ResultsRow? { window.row(at: position) }

    /// The order that opens the file, or reads the results into memory.
    var opening: Effect { .read(id, link.map { .peek($0) } ?? .open(path: path, format: format, isGrowing: isGrowing)) }
}

/// Loaded rows, by their positions in the filtered list.
struct RowWindow: Equatable {
    var start = 0
    var rows: [ResultsRow] = []

    var range: Range<Int> { start..<(start + rows.count) }

    func row(at position: Int) -> ResultsRow? { range.contains(position) ? rows[position - start] : nil }
}

/// The item that was read, or why it cannot be shown.
struct ReadItem: Equatable {
    var row: Int
    var result: Result<ResultsItem, ResultsError>
}

/// The part of the raw file that was read.
struct ReadBytes: Equatable {
    var order: BytesOrder
    var part: BytesPart
}

/// The progress of an export.
package struct ExportProgress: Hashable, Sendable {
    /// The order.
    package var order: ExportOrder
    /// Rows written so far.
    package var rows: Int
    /// Rows to write, as far as known.
    package var total: Int

    /// Creates a progress report.
    package init(order: ExportOrder, rows: Int = 0, total: Int) {
        (self.order, self.rows, self.total) = (order, rows, total)
    }
}

/// The results of the previous run, for comparison.
package struct PreviousResults: Hashable, Sendable {
    /// The signatures of the previous run's failures.
    package var signatures: Set<FailureSignature>
    /// The file's size in bytes; nil if a store compressed it, so that the size cannot be compared.
    package var bytes: Int64?

    /// Creates the results of a previous run.
    package init(signatures: Set<FailureSignature>, bytes: Int64?) {
        self.signatures = signatures
        self.bytes = bytes
    }
}
