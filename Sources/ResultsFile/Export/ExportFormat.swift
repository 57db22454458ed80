/// How rows are written out.
package enum ExportFormat: Hashable, Sendable, CaseIterable {
    /// One JSON value a line, as it came.
    case jsonLines
    /// The columns of the list, with a header (RFC 4180).
    case csv
}

/// What was written.
package struct ExportReceipt: Hashable, Sendable {
    /// Rows, without a header.
    package var rows: Int
    /// Bytes in all.
    package var bytes: Int64
}
