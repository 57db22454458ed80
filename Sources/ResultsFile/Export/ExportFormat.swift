/// The format of an export.
package enum ExportFormat: Hashable, Sendable, CaseIterable {
    /// One JSON value per line, unmodified.
    case jsonLines
    /// The columns of the list, with a header (RFC 4180).
    case csv
}

/// The result of an export.
package struct ExportReceipt: Hashable, Sendable {
    /// The number of rows, without a header.
    package var rows: Int
    /// Bytes in all.
    package var bytes: Int64
}
