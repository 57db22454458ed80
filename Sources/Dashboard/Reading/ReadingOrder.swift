package import Intuned
package import ResultsFile

/// An order for a results file; orders for one file are carried out one after another.
package enum ReadingOrder: Hashable, Sendable {
    /// Opens the file and starts to index it.
    case open(path: String, format: String?, isGrowing: Bool)
    /// Reads the results into memory with their link and indexes them.
    case peek(RunResults)
    /// A fetch has written the file up to this length.
    case extend(to: Int)
    /// The fetch of the file has ended.
    case finish
    /// Closes the file.
    case close
    /// Searches for the rows that pass a filter; replaces any earlier search.
    case search(ResultsFilter)
    /// Reads the rows at these positions in the filtered list.
    case readRows(ResultsFilter, Range<Int>)
    /// Finds the position of a row in the filtered list.
    case locate(RowTarget, ResultsFilter)
    /// Reads one item, by the number of its row.
    case readItem(Int)
    /// Reads a part of the raw file.
    case readBytes(BytesOrder)
    /// Exports rows to a file.
    case export(ExportOrder)
    /// Stops the export and removes its file.
    case stopExport
    /// Reads the results of the previous run, if they are at this path.
    case compare(path: String, format: String?)
}

/// A report from the reader of a results file.
package enum ReadingFact: Equatable, Sendable {
    /// The file is open; a compressed file may have another path than the ordered one.
    case opened(path: String)
    /// The file did not open.
    case notOpened(ResultsError)
    /// The results were not read into memory.
    case peekFailed(PeekFailure)
    /// More is known of the file.
    case indexed(ResultsSnapshot)
    /// The search made progress.
    case searched(ResultsFilter, ResultsViewState)
    /// Rows at these positions were read, or an error occurred.
    case rowsRead(ResultsFilter, Range<Int>, Result<[ResultsRow], ResultsError>)
    /// The search for a row ended; nil if no row matches.
    case located(RowTarget, ResultsFilter, position: Int?)
    /// An item was read, or an error occurred.
    case itemRead(Int, Result<ResultsItem, ResultsError>)
    /// A part of the raw file was read, or an error occurred.
    case bytesRead(BytesOrder, Result<BytesPart, ResultsError>)
    /// An export made progress.
    case exportProgressed(ExportProgress)
    /// An export ended.
    case exported(ExportOrder, Result<ExportReceipt, ResultsError>)
    /// The results of the previous run were read.
    case compared(PreviousResults)
}

/// A row to which the cursor should move.
package enum RowTarget: Hashable, Sendable {
    /// The row with this number, or the next one that passes the filter.
    case row(Int)
    /// The first failed row after a position.
    case nextFailure(after: Int)
    /// The last failed row before a position.
    case previousFailure(before: Int)
}

/// An order to export rows to a file.
package struct ExportOrder: Hashable, Sendable {
    /// The rows to write.
    package var filter: ResultsFilter
    /// The format of the file.
    package var format: ExportFormat
    /// The path of the file.
    package var path: String
    /// Whether the user agreed to replace an existing file.
    package var replaces: Bool

    /// Creates an order.
    package init(filter: ResultsFilter, format: ExportFormat, path: String, replaces: Bool = false) {
        (self.filter, self.format, self.path, self.replaces) = (filter, format, path, replaces)
    }
}

/// An order to read a part of the raw file.
package struct BytesOrder: Hashable, Sendable {
    /// How bytes are shown.
    package enum Style: Hashable, Sendable { case text, hex }

    /// How the bytes are shown.
    package var style: Style
    /// The offset to start from.
    package var offset: Int64
    /// Lines to move from the offset before reading; negative for up.
    package var lines: Int
    /// Lines to read.
    package var count: Int
    /// The most bytes per line of text; a longer line continues in the next.
    package var width: Int

    /// Creates an order.
    package init(style: Style, offset: Int64, lines: Int, count: Int, width: Int) {
        (self.style, self.offset, self.lines, self.count) = (style, offset, lines, count)
        self.width = min(max(8, width), ResultsBytes.lineLength)
    }
}

/// A part of the raw file.
package struct BytesPart: Hashable, Sendable {
    /// The offset of the part.
    package var offset: Int64
    /// The file's size in bytes, decompressed.
    package var size: Int64
    /// The lines, if text was ordered.
    package var lines: [ResultsBytes.Line]
    /// The rows, if bytes were ordered.
    package var rows: [ResultsBytes.Row]

    /// Creates a part.
    package init(offset: Int64, size: Int64, lines: [ResultsBytes.Line] = [], rows: [ResultsBytes.Row] = []) {
        (self.offset, self.size, self.lines, self.rows) = (offset, size, lines, rows)
    }
}
