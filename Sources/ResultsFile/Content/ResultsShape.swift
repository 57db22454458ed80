/// What a file's bytes are, found by looking at them.
package enum ResultsShape: Hashable, Sendable {
    /// One JSON value a line.
    case jsonLines
    /// A JSON array of items, or an object that holds one under a name.
    case jsonArray(name: String?)
    /// One JSON object over several lines, or several that follow each other.
    case jsonValues
    /// Records of fields, with the byte between them.
    case csv(separator: UInt8)
    /// Readable text that is nothing of the above.
    case text
    /// Anything else.
    case binary
    /// No bytes at all.
    case empty

    /// Whether the file has rows.
    package var hasRows: Bool {
        switch self {
        case .jsonLines, .jsonArray, .jsonValues, .csv: true
        case .text, .binary, .empty: false
        }
    }
}

/// How the results are packed.
package enum ResultsPacking: Hashable, Sendable {
    /// Not at all.
    case none
    /// gzip (RFC 1952).
    case gzip
    /// Compressed alone in another way, by libarchive's name for it: `zstd`, `xz`, `bzip2`, `lz4`, `lzip`, `compress (.Z)`.
    case compressed(String)
    /// Another archive, `tar` or `7z`, compressed or not; member, parts and files as for a zip archive.
    case archive(String, member: String, parts: Int = 1, files: Int)
    /// A zip archive; its results are the member of this name and others like it, so many parts of so many files.
    case zip(member: String, parts: Int = 1, files: Int)
}
