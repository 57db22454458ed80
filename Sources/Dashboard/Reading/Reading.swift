package import ResultsFile

/// Names one opening of a run's results file, so that what was read of an earlier one is told apart.
package struct ReadingID: Hashable, Sendable {
    /// The run whose results are read.
    package var key: RunKey
    /// Counts the files that were opened.
    package var number: Int

    /// Creates the name of an opening.
    package init(key: RunKey, number: Int) {
        self.key = key
        self.number = number
    }
}

/// A results file that is being read: what is known of it, and the few rows of it that are on the screen.
package struct Reading: Equatable, Sendable {
    /// Which opening it is.
    package let id: ReadingID
    /// Where the file is, as the user would type it.
    package internal(set) var path: String
    /// The format that the platform named.
    let format: String?
    /// Whether a fetch still writes it.
    package internal(set) var isGrowing: Bool
    /// Bytes that a fetch has written; 0 for a file that is complete.
    var arrived = 0
    /// How often the fetch that writes it has begun anew.
    var restarts = 0
    /// Whether the fetch broke off, so that the file holds less than the run has.
    package internal(set) var isCutOff = false
    /// Whether the file is open.
    package internal(set) var isOpen = false
    /// All that is known of the file.
    package internal(set) var snapshot = ResultsSnapshot()
    /// The rows that are looked for; nil before the first page asked.
    var filter: ResultsFilter?
    /// How far the search for them is.
    package internal(set) var view = ResultsViewState()
    /// Rows around those on the screen.
    var window = RowWindow()
    /// The rows that were ordered and have not come yet.
    var askedRows: Range<Int>?
    /// Why the latest rows could not be read.
    package internal(set) var failure: ResultsError?
    /// The row that the cursor goes to when it is found.
    var seeking: RowTarget?
    /// The one item that was opened.
    var item: ReadItem?
    /// The row that was ordered as an item and has not come yet.
    var askedItem: Int?
    /// The part of the file that is shown as it is.
    var bytes: ReadBytes?
    /// The part that was ordered and has not come yet.
    var askedBytes: BytesOrder?
    /// What the results of the run before hold; nil when they are not on disk.
    package internal(set) var previous: PreviousResults?
    /// Where they were looked for.
    var comparedPath: String?
    /// The rows that are being written to a file.
    package internal(set) var export: ExportProgress?

    /// Creates what is known of a file that is about to be opened.
    init(id: ReadingID, path: String, format: String?, isGrowing: Bool, arrived: Int = 0, restarts: Int = 0) {
        (self.id, self.path, self.format, self.isGrowing) = (id, path, format, isGrowing)
        (self.arrived, self.restarts) = (arrived, restarts)
    }

    /// Forgets that an opened row was not there, once it is.
    mutating func lookAgain() {
        if let item, case .failure(.noSuchRow) = item.result, snapshot.totals.items > item.row { self.item = nil }
    }

    /// The row at a position of what the filter lets pass, if it is at hand.
    func row(at position: Int) -> ResultsRow? { window.row(at: position) }

    /// The order that opens the file.
    var opening: Effect { .read(id, .open(path: path, format: format, isGrowing: isGrowing)) }
}

/// Rows at hand, by their positions in what the filter lets pass.
struct RowWindow: Equatable {
    var start = 0
    var rows: [ResultsRow] = []

    var range: Range<Int> { start..<(start + rows.count) }

    func row(at position: Int) -> ResultsRow? { range.contains(position) ? rows[position - start] : nil }
}

/// An item that was asked for, or why it cannot be shown.
struct ReadItem: Equatable {
    var row: Int
    var result: Result<ResultsItem, ResultsError>
}

/// The part of a file that was asked for.
struct ReadBytes: Equatable {
    var order: BytesOrder
    var part: BytesPart
}

/// Rows that are being written to a file, and how far that is.
package struct ExportProgress: Hashable, Sendable {
    /// What was ordered.
    package var order: ExportOrder
    /// Rows that are written.
    package var rows: Int
    /// Rows that there are to write, as far as is known.
    package var total: Int

    /// Creates a state of progress.
    package init(order: ExportOrder, rows: Int = 0, total: Int) {
        (self.order, self.rows, self.total) = (order, rows, total)
    }
}

/// What the results of the run before hold, for comparing.
package struct PreviousResults: Hashable, Sendable {
    /// The signatures of its failures.
    package var signatures: Set<FailureSignature>
    /// The file's size; nil where a store packed it, so that it says nothing about how much is in it.
    package var bytes: Int64?

    /// Creates what is compared with.
    package init(signatures: Set<FailureSignature>, bytes: Int64?) {
        self.signatures = signatures
        self.bytes = bytes
    }
}
