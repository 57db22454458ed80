/// The content of a file, detected from its bytes.
package enum ResultsShape: Hashable, Sendable {
    /// One JSON value per line.
    case jsonLines
    /// A JSON array of items, or an object with such an array under a name.
    case jsonArray(name: String?)
    /// One JSON object over several lines, or several in a row.
    case jsonValues
    /// Records of fields, with this byte between them.
    case csv(separator: UInt8)
    /// Other readable text.
    case text
    /// Anything else.
    case binary
    /// No bytes.
    case empty

    /// Whether the file has rows.
    package var hasRows: Bool {
        switch self {
        case .jsonLines, .jsonArray, .jsonValues, .csv: true
        case .text, .binary, .empty: false
        }
    }
}

/// How the results are compressed.
package enum ResultsPacking: Hashable, Sendable {
    /// Not compressed.
    case none
    /// gzip (RFC 1952).
    case gzip
    /// A single file compressed in another way, by libarchive's name: `zstd`, `xz`, `bzip2`, `lz4`, `lzip`, `compress (.Z)`.
    case compressed(String)
    /// Another archive, `tar` or `7z`, compressed or not; `member`, `parts` and `files` as for a zip archive.
    case archive(String, member: String, parts: Int = 1, files: Int)
    /// A zip archive; the results are the member of this name and others like it: `parts` of its `files`.
    case zip(member: String, parts: Int = 1, files: Int)
}
