/// A line that is no JSON text as a whole, but holds several, one behind the other.
enum SharedLine {
    /// Values of one line that are told apart; a line of more is one broken row, so that no line fills the memory.
    private static let mostValues = 1 << 20

    /// Where the objects and arrays of a line lie, with blanks or commas between them or nothing; nil when anything else is on it
    /// or one of them is no JSON.
    ///
    /// - Parameters:
    ///   - row: the line, behind which the reader's padding is readable.
    ///   - start: the file offset of the line's first byte.
    ///   - line: the number of the line.
    static func values(
        in row: UnsafeRawBufferPointer, at start: Int64, line: Int, with reader: JSONReader
    ) -> [RowSpan]? {
        var splitter = ValueSplitter(start: start, line: line, isArray: false)
        var spans: [RowSpan] = []
        while let span = splitter.next(in: row, from: start) {
            let text = UnsafeRawBufferPointer(rebasing: row[Int(span.start - start)..<Int(span.end - start)])
            guard spans.count < mostValues, isContainer(text), (try? reader.read(text) { _ in true }) != nil else { return nil }
            spans.append(RowSpan(start: span.start, end: span.end, line: line))
        }
        // Were the whole line the one value, it would have been read.
        guard splitter.rest == nil, !spans.isEmpty, spans[0].length < row.count else { return nil }
        return spans
    }

    private static func isContainer(_ text: UnsafeRawBufferPointer) -> Bool {
        text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[")
    }
}
