/// A line that is not one JSON text, but contains several in a row.
enum SharedLine {
    /// The most values of one line; a line with more is one broken row, so that no line fills the memory.
    private static let mostValues = 1 << 20

    /// The places of a line's objects and arrays, separated by blanks, commas or nothing; nil if the line contains anything else
    /// or invalid JSON.
    ///
    /// - Parameters:
    ///   - row: the line, followed by the reader's padding.
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
        // A line that is one single value would have been read before.
        guard splitter.rest == nil, !spans.isEmpty, spans[0].length < row.count else { return nil }
        return spans
    }

    private static func isContainer(_ text: UnsafeRawBufferPointer) -> Bool {
        text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[")
    }
}
