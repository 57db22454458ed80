/// A file as lines of text or rows of bytes, for files without items; any place in a file of any size is read at once.
package struct ResultsBytes: Sendable {
    private let file: ByteFile
    private let lineEnd: UInt8

    /// The most bytes of a line shown as one; a longer line continues in the next.
    package static let lineLength = 4_096
    /// Bytes of a row.
    package static let rowLength = 16
    /// How far back to search for the beginning of a line, in bytes.
    private static let longestLookBack = 1 << 20

    /// - Parameter lineEnd: the byte at which lines end.
    init(_ file: ByteFile, lineEnd: UInt8 = LineEnd.feed) {
        self.file = file
        self.lineEnd = lineEnd
    }

    /// A line of text, or a part of a very long line.
    package struct Line: Hashable, Sendable {
        /// The offset of the line.
        package var offset: Int64
        /// The offset of the next line.
        package var next: Int64
        /// The line's characters without the line end; bytes that are not UTF-8 become U+FFFD.
        package var text: String
    }

    /// Sixteen bytes, or fewer at the end.
    package struct Row: Hashable, Sendable {
        /// The offset of the row.
        package var offset: Int64
        /// The bytes.
        package var bytes: [UInt8]
    }

    /// The file's current size in bytes.
    package func size() throws(ResultsError) -> Int64 { try file.size() }

    /// Rows of bytes, starting with the row that contains an offset.
    package func rows(from offset: Int64, count: Int) throws(ResultsError) -> [Row] {
        let start = max(0, offset) / Int64(Self.rowLength) * Int64(Self.rowLength)
        let bytes = try file.bytes(at: start, count: max(0, count) * Self.rowLength)
        return stride(from: 0, to: bytes.count, by: Self.rowLength).map { first in
            Row(offset: start + Int64(first), bytes: Array(bytes[first..<min(first + Self.rowLength, bytes.count)]))
        }
    }

    /// Lines from an offset on, which must be the beginning of a line.
    ///
    /// - Parameter longest: the most bytes of a line shown as one.
    package func lines(from offset: Int64, count: Int, longest: Int = lineLength) throws(ResultsError) -> [Line] {
        var lines: [Line] = []
        var offset = max(0, offset)
        while lines.count < count {
            let bytes = try file.bytes(at: offset, count: 16 * Self.lineLength)
            var first = 0
            while lines.count < count, let line = self.line(bytes, from: first, at: offset, longest) {
                lines.append(line)
                first = Int(line.next - offset)
                // A line that the block may have cut off is read again with the next block.
                if first + Self.lineLength + 2 > bytes.count, bytes.count == 16 * Self.lineLength { break }
            }
            if first == 0 { break }
            offset += Int64(first)
        }
        return lines
    }

    /// The beginning of the line this many lines before an offset; 0 if there are fewer.
    package func lineStart(_ count: Int, before offset: Int64, longest: Int = lineLength) throws(ResultsError) -> Int64 {
        var offset = offset
        for _ in 0..<count where offset > 0 { offset = try lineStart(before: offset, longest) }
        return offset
    }

    private func lineStart(before offset: Int64, _ longest: Int) throws(ResultsError) -> Int64 {
        let from = max(0, offset - Int64(Self.longestLookBack))
        let count = Int(offset - from)
        // The end of a part depends on the bytes after it, in both directions.
        let bytes = try file.bytes(at: from, count: count + longest + 2)
        guard !bytes.isEmpty else { return from }
        let newline = bytes.prefix(count).dropLast().lastIndex(of: lineEnd)
        var start = newline.map { $0 + 1 } ?? 0
        // The parts of a very long line begin where reading forward would begin them.
        while let part = self.line(bytes, from: start, at: from, longest), part.next < offset { start = Int(part.next - from) }
        return from + Int64(start)
    }

    private func line(_ bytes: [UInt8], from first: Int, at offset: Int64, _ longest: Int) -> Line? {
        guard first < bytes.count else { return nil }
        // Two more bytes, since the line end belongs to no part.
        if let newline = bytes[first..<min(first + longest + 2, bytes.count)].firstIndex(of: lineEnd) {
            let end =
                lineEnd == LineEnd.feed && newline > first && bytes[newline - 1] == LineEnd.carriageReturn ? newline - 1 : newline
            if end - first <= longest { return line(bytes[first..<end], at: offset, next: newline + 1) }
        }
        let limit = min(first + longest, bytes.count)
        var end = limit
        // A character is never split: its bytes after the first are 10xxxxxx.
        while end < bytes.count, end > first + 1, bytes[end] & 0xC0 == 0x80, limit - end < 4 { end -= 1 }
        return line(bytes[first..<end], at: offset, next: end)
    }

    private func line(_ bytes: ArraySlice<UInt8>, at offset: Int64, next: Int) -> Line {
        Line(offset: offset + Int64(bytes.startIndex), next: offset + Int64(next), text: String(decoding: bytes, as: UTF8.self))
    }
}
