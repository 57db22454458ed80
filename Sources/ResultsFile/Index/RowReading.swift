/// Reads the rows of blocks, on two cores.
struct RowReading {
    /// Bytes too few to wake another core for.
    private static let fewBytes = 128 << 10

    private let first: BlockReader
    private let second: BlockReader

    init(_ format: RowFormat, longestRow: Int64) {
        first = BlockReader(format, longestRow: longestRow)
        second = BlockReader(format, longestRow: longestRow)
    }

    /// What was read, in the order of the file.
    func read(_ spans: [RowSpan], in block: Block) async -> [BlockReader.Part] {
        guard spans.count > 1, block.count >= Self.fewBytes else { return [await first.read(spans[...], in: block)] }
        let half = spans.count / 2
        async let rest = second.read(spans[half...], in: block)
        return [await first.read(spans[..<half], in: block), await rest]
    }
}
