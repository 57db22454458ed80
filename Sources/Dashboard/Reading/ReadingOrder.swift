package import ResultsFile

/// An order that concerns a results file; orders for one file are carried out one after the other.
package enum ReadingOrder: Hashable, Sendable {
    /// Open the file and begin to index it.
    case open(path: String, format: String?, isGrowing: Bool)
    /// A fetch has written so many bytes.
    case extend(to: Int)
    /// Nothing more will be written.
    case finish
    /// Nobody reads the file any more.
    case close
    /// Look for the rows that a filter lets pass, and for no others any more.
    case search(ResultsFilter)
    /// Read the rows at these positions of what the filter lets pass.
    case readRows(ResultsFilter, Range<Int>)
    /// Find the position of a row among what the filter lets pass.
    case locate(RowTarget, ResultsFilter)
    /// Read one item, by the number of its row.
    case readItem(Int)
    /// Read a part of the file as it is.
    case readBytes(BytesOrder)
    /// Write rows to a file.
    case export(ExportOrder)
    /// Write no more, and leave nothing of the file.
    case stopExport
    /// Look at the results of the run before, if they are at this path.
    case compare(path: String, format: String?)
}

/// A fact about a results file.
package enum ReadingFact: Equatable, Sendable {
    /// The file is open; it may lie under the path of a packed one.
    case opened(path: String)
    /// The file did not open.
    case notOpened(ResultsError)
    /// More is known of the file.
    case indexed(ResultsSnapshot)
    /// More is known of which rows pass.
    case searched(ResultsFilter, ResultsViewState)
    /// Rows at positions were read.
    case rowsRead(ResultsFilter, Range<Int>, Result<[ResultsRow], ResultsError>)
    /// A row was looked for; nil when there is none.
    case located(RowTarget, ResultsFilter, position: Int?)
    /// One item was read.
    case itemRead(Int, Result<ResultsItem, ResultsError>)
    /// A part of the file was read.
    case bytesRead(BytesOrder, Result<BytesPart, ResultsError>)
    /// So many rows are written to a file so far.
    case exportProgressed(ExportProgress)
    /// Rows were written to a file.
    case exported(ExportOrder, Result<ExportReceipt, ResultsError>)
    /// The results of the run before were read.
    case compared(PreviousResults)
}

/// A row that the cursor is to go to.
package enum RowTarget: Hashable, Sendable {
    /// The row of this number, or the first one behind it that passes.
    case row(Int)
    /// The first failed row behind a position.
    case nextFailure(after: Int)
    /// The last failed row before a position.
    case previousFailure(before: Int)
}

/// An order to write rows to a file.
package struct ExportOrder: Hashable, Sendable {
    /// Which rows.
    package var filter: ResultsFilter
    /// How they are written.
    package var format: ExportFormat
    /// Where to.
    package var path: String
    /// Whether the user agreed to replace a file of that name.
    package var replaces: Bool

    /// Creates an order.
    package init(filter: ResultsFilter, format: ExportFormat, path: String, replaces: Bool = false) {
        (self.filter, self.format, self.path, self.replaces) = (filter, format, path, replaces)
    }
}

/// An order to read a part of a file as it is.
package struct BytesOrder: Hashable, Sendable {
    /// How bytes are shown.
    package enum Style: Hashable, Sendable { case text, hex }

    /// How the bytes are to be shown.
    package var style: Style
    /// Where to begin.
    package var offset: Int64
    /// Lines to go on from there; back when negative.
    package var lines: Int
    /// Lines to read.
    package var count: Int
    /// Bytes of a line of text at the most; a longer one goes on in the next.
    package var width: Int

    /// Creates an order.
    package init(style: Style, offset: Int64, lines: Int, count: Int, width: Int) {
        (self.style, self.offset, self.lines, self.count) = (style, offset, lines, count)
        self.width = min(max(8, width), ResultsBytes.lineLength)
    }
}

/// A part of a file as it is.
package struct BytesPart: Hashable, Sendable {
    /// Where it begins.
    package var offset: Int64
    /// The file's size, unpacked.
    package var size: Int64
    /// Its lines, when text was ordered.
    package var lines: [ResultsBytes.Line]
    /// Its rows, when bytes were ordered.
    package var rows: [ResultsBytes.Row]

    /// Creates a part.
    package init(offset: Int64, size: Int64, lines: [ResultsBytes.Line] = [], rows: [ResultsBytes.Row] = []) {
        (self.offset, self.size, self.lines, self.rows) = (offset, size, lines, rows)
    }
}
