/// A file as a series of parts that are created on request, so that it is never completely in memory.
struct PartedBytes: Sendable {
    let count: Int
    /// The length of every part if all are equal, so that size and position need no reading.
    var partSize: Int64?
    let part: @Sendable (Int) -> [UInt8]

    /// Creates a file from existing bytes.
    static func bytes(_ bytes: [UInt8]) -> PartedBytes {
        PartedBytes(count: 1, partSize: Int64(bytes.count)) { _ in bytes }
    }

    /// The length in bytes; if the parts differ, creates all of them once.
    var size: Int64 {
        if let partSize { return partSize * Int64(count) }
        return (0..<count).reduce(0) { $0 + Int64(part($1).count) }
    }

    /// All bytes, in memory.
    var whole: [UInt8] { (0..<count).flatMap { part($0) } }

    /// Another file of the same length: the same parts in reverse order.
    var reversed: PartedBytes {
        PartedBytes(count: count, partSize: partSize) { [count, part] in part(count - 1 - $0) }
    }

    /// Reads the bytes of a range.
    func reader(of range: Range<Int64>) -> PartedReader {
        PartedReader(self, range)
    }
}

/// Reads a part of a file in chunks.
struct PartedReader: Sendable {
    private let file: PartedBytes
    private var next = 0
    private var skip: Int64
    private var left: Int64

    /// The minimum length of a chunk, except the last one; a single long part is one chunk.
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
