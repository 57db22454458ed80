/// A window on a file that moves forward and holds whole rows, followed by the zeros that the JSON reader needs.
final class BlockBuffer {
    /// The file offset of the first byte held.
    private(set) var start: Int64
    private(set) var count = 0
    private var storage: [UInt8]

    private static let largeCapacity = 8 << 20

    init(start: Int64, capacity: Int) {
        self.start = start
        storage = [UInt8](repeating: 0, count: capacity + JSONReader.padding)
    }

    /// The file offset after the last byte held.
    var end: Int64 { start + Int64(count) }

    /// Drops the bytes before an offset.
    func drop(before offset: Int64) {
        let gone = min(Int(offset - start), count)
        guard gone > 0 else { return }
        count -= gone
        start += Int64(gone)
        if storage.count > Self.largeCapacity, count < 1 << 20 {
            storage = Array(storage[gone..<(gone + count)]) + [UInt8](repeating: 0, count: (2 << 20) - count)
        } else {
            storage.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[gone..<(gone + count)]))
            }
        }
    }

    /// Drops all bytes and continues at another offset.
    func restart(at offset: Int64) {
        start = offset
        count = 0
    }

    /// Reads up to `wanted` more bytes, none from `limit` on; returns the number of bytes read.
    func fill(from file: ByteFile, wanted: Int, limit: Int64) throws(ResultsError) -> Int {
        let length = Int(min(Int64(wanted), limit - end))
        guard length > 0 else { return 0 }
        let needed = count + length + JSONReader.padding
        if needed > storage.count {
            storage.append(contentsOf: repeatElement(0, count: max(needed, storage.count * 2) - storage.count))
        }
        let read = try storage.withUnsafeMutableBufferPointer { bytes throws(ResultsError) in
            let free = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[count..<(count + length)])
            return try file.read(into: free, at: end)
        }
        count += read
        return read
    }

    /// The bytes held; a block must be gone before the window moves, or all bytes are copied for it.
    var block: Block { Block(start: start, count: count, storage: storage) }
}
