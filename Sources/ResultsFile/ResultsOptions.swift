/// How a results file is read.
package struct ResultsOptions: Hashable, Sendable {
    /// The format that the platform names, for what the bytes leave open.
    package var formatHint: String?
    /// Whether more bytes will arrive, announced with ``ResultsFile/extend(to:)`` and ``ResultsFile/finish()``.
    package var isGrowing = false
    /// The folder for the index and for what is unpacked; nil means the file's own.
    package var scratchFolder: String?
    /// Bytes of the longest row that is read; a longer one is a broken row.
    package var longestRow: Int64 = 64 << 20
    /// How much may come out of a packed file.
    package var unpacking = UnpackingLimits()
    /// Bytes that are read between two looks at whether to stop.
    package var blockLength = 1 << 20

    /// The options for a complete file.
    package init() {}
}
