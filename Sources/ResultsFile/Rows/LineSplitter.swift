import Glibc

/// Splits into one row per line.
struct LineSplitter {
    private(set) var position: Int64
    private(set) var rowStart: Int64
    private var line = 1
    private let lineEnd: UInt8

    init(start: Int64, lineEnd: UInt8 = LineEnd.feed) {
        position = start
        rowStart = start
        self.lineEnd = lineEnd
    }

    mutating func next(in bytes: UnsafeRawBufferPointer, from start: Int64) -> RowSpan? {
        let offset = Int(position - start)
        guard offset < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let newline = memchr(base + offset, Int32(lineEnd), bytes.count - offset) else {
            position = start + Int64(bytes.count)
            return nil
        }
        let end = start + Int64(UnsafeRawPointer(newline) - base)
        defer {
            position = end + 1
            rowStart = position
            line += 1
        }
        return RowSpan(start: rowStart, end: end, line: line)
    }

    var rest: RowSpan? { position > rowStart ? RowSpan(start: rowStart, end: position, line: line) : nil }
}
