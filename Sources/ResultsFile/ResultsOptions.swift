/// The options for reading a results file.
package struct ResultsOptions: Hashable, Sendable {
    /// The format reported by the platform, for content whose format is unclear.
    package var formatHint: String?
    /// Whether more bytes will arrive, announced with ``ResultsFile/extend(to:)`` and ``ResultsFile/finish()``.
    package var isGrowing = false
    /// The folder for the index and unpacked data; nil means the file's own folder.
    package var scratchFolder: String?
    /// The longest row that is read, in bytes; a longer row is broken.
    package var longestRow: Int64 = 64 << 20
    /// The limits on unpacked data.
    package var unpacking = UnpackingLimits()
    /// Bytes read between two checks for cancellation.
    package var blockLength = 1 << 20

    /// Creates the options for a complete file.
    package init() {}
}
