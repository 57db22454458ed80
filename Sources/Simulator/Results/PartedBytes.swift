/// A file as a row of parts that are made when they are asked for, so that it is never whole in memory.
struct PartedBytes: Sendable {
    let count: Int
    /// The length of every part where all are equally long, so that size and position need no reading.
    var partSize: Int64?
    let part: @Sendable (Int) -> [UInt8]

    /// A file that is there already.
    static func bytes(_ bytes: [UInt8]) -> PartedBytes {
        PartedBytes(count: 1, partSize: Int64(bytes.count)) { _ in bytes }
    }

    /// The length in bytes; where parts differ, by making them all once.
    var size: Int64 {
        if let partSize { return partSize * Int64(count) }
        return (0..<count).reduce(0) { $0 + Int64(part($1).count) }
    }

    /// All bytes, in memory.
    var whole: [UInt8] { (0..<count).flatMap { part($0) } }

    /// Another file of the same length: the same parts from the last to the first.
    var reversed: PartedBytes {
        PartedBytes(count: count, partSize: partSize) { [count, part] in part(count - 1 - $0) }
    }

    /// The bytes of a range, from the first to the last but one.
    func reader(of range: Range<Int64>) -> PartedReader {
        PartedReader(self, range)
    }
}

/// Reads a part of a file, chunk after chunk.
struct PartedReader: Sendable {
    private let file: PartedBytes
    private var next = 0
    private var skip: Int64
    private var left: Int64

    /// Chunks are at least this long, but for the last; a single long part is one chunk.
    static let chunk = 65_536

    init(_ file: PartedBytes, _ range: Range<Int64>) {
        (self.file, skip, left) = (file, range.lowerBound, Int64(range.count))
        if let partSize = file.partSize, partSize > 0 {
            next = Int(skip / partSize)
            skip %= partSize
        }
    }

    /// The next bytes; nil at the end.
    mutating func read() -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < PartedReader.chunk, Int64(bytes.count) < left, next < file.count {
            let part = file.part(next)
            next += 1
            if Int64(part.count) <= skip {
                skip -= Int64(part.count)
            } else {
                bytes += part.dropFirst(Int(skip))
                skip = 0
            }
        }
        bytes.removeLast(max(0, bytes.count - Int(left)))
        left -= Int64(bytes.count)
        return bytes.isEmpty ? nil : bytes
    }
}
