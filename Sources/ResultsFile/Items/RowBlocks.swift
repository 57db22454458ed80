/// Lends the bytes of rows, one after the other: the file is read in blocks, not row by row.
final class RowBlocks {
    private let file: ByteFile
    private let isFolded: Bool
    private var block: [UInt8] = []
    private var start: Int64 = 0

    private static let blockLength = 1 << 20
    private static let longest = 64 << 20

    /// - Parameter isFolded: whether ASCII capitals are to become small letters, for searching.
    init(_ file: ByteFile, isFolded: Bool) {
        self.file = file
        self.isFolded = isFolded
    }

    /// Lends a row; of one that is too long to be read its first part, of a file that became shorter what is left.
    func withRow<Value>(_ entry: RowEntry, _ body: (UnsafeRawBufferPointer) -> Value) throws(ResultsError) -> Value {
        if entry.offset < start || entry.end > start + Int64(block.count) {
            let length = min(max(Self.blockLength, Int(entry.length)), Self.longest)
            block = try file.bytes(at: entry.offset, count: length)
            if isFolded { TextNeedle.fold(&block) }
            start = entry.offset
        }
        let first = min(Int(entry.offset - start), block.count)
        let end = min(first + Int(entry.length), block.count)
        return block.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[first..<end])) }
    }
}
