/// A file that takes the body of a store's answer: on disk for a fetch, in memory for a peek.
protocol ReceivedFile: Sendable {
    /// Bytes in the file.
    var written: Int { get }
    /// How often the file was emptied after bytes had been written.
    var restarts: Int { get }
    /// Whether the file accepts no more bytes.
    var hasProblem: Bool { get }
    /// Empties the file for a new start.
    func restart()
    /// Appends bytes; returns false if the file does not accept them. Only one call at a time.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool
    /// Whether this many bytes remain free where the file is.
    func leaves(_ reserve: Int) -> Bool
}
