/// Gives access to the bytes of rows, one after another; the file is read in blocks, not row by row.
final class RowBlocks {
    private let file: ByteFile
    private let isFolded: Bool
    private var block: [UInt8] = []
    /// The bytes of the file in the block; padding follows.
    private var count = 0
    private var start: Int64 = 0

    private static let blockLength = 1 << 20
    private static let longest = 64 << 20

    /// - Parameter isFolded: whether ASCII capitals become small letters, for searching.
    init(_ file: ByteFile, isFolded: Bool) {
        self.file = file
        self.isFolded = isFolded
    }

    /// Gives access to a row, which is followed by the padding of ``JSONReader``: the first part of a row that is too long, the rest of a row in a file that became shorter.
    func withRow<Value>(_ entry: RowEntry, _ body: (UnsafeRawBufferPointer) -> Value) throws(ResultsError) -> Value {
        if entry.offset < start || entry.end > start + Int64(count) {
            let length = min(max(Self.blockLength, Int(entry.length)), Self.longest)
            block = try file.bytes(at: entry.offset, count: length, padding: JSONReader.padding)
            count = max(0, block.count - JSONReader.padding)
            if isFolded { TextNeedle.fold(&block) }
            start = entry.offset
        }
        let first = min(Int(entry.offset - start), count)
        let end = min(first + Int(entry.length), count)
        return block.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[first..<end])) }
    }
}
