import ResultsFile
import TextScreen

/// Draws the raw file: lines of text, or offsets, bytes and characters.
enum BytesView {
    static func height(in state: State) -> Int { max(1, state.layout.page.rows - Frame.border) }

    /// The bytes of text per line: hardly any character has fewer bytes than columns.
    static func width(in state: State) -> Int { state.layout.page.columns - Frame.border - 2 }

    static func draw(_ page: BytesPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let reading = state.reading else { return }
        let part = reading.bytes?.part
        let inner = Frame(title: title(reading), note: note(part), isFocused: true).draw(on: &canvas, in: region)
        if let failure = reading.failure {
            canvas.writeCentered(Wording.sentence(failure), in: inner)
            return
        }
        guard let read = reading.bytes else { return }
        switch read.order.style {
        case .text:
            for (offset, line) in read.part.lines.prefix(inner.rows).enumerated() {
                canvas.write(line.text, column: inner.column + 1, row: inner.row + offset, limit: inner.columns - 2)
            }
        case .hex:
            for (offset, row) in read.part.rows.prefix(inner.rows).enumerated() {
                canvas.write(spans(row), column: inner.column + 1, row: inner.row + offset, limit: inner.columns - 2)
            }
        }
    }

    private static func title(_ reading: Reading) -> String {
        let what = Wording.phrase(reading.snapshot.shape, reading.snapshot.packing)
        // The kind of file comes first, since a long path does not fit.
        return "\(what), \(Wording.size(Double(reading.snapshot.bytesThere))): \(reading.path)"
    }

    private static func note(_ part: BytesPart?) -> String {
        guard let part else { return "" }
        return "from byte \(Wording.number(Int(clamping: part.offset))) of \(Wording.number(Int(clamping: part.size)))"
    }

    private static func spans(_ row: ResultsBytes.Row) -> [Span] {
        let offset = String(row.offset, radix: 16)
        let pairs = row.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        let halves = [pairs.prefix(8), pairs.dropFirst(8)].map { $0.joined(separator: " ") }.joined(separator: "  ")
        let characters = row.bytes.map { (0x20...0x7E).contains($0) ? Character(Unicode.Scalar($0)) : "." }
        return [
            Span(String(repeating: "0", count: max(0, 8 - offset.count)) + offset + "  ", .muted),
            Span(halves.padding(to: 50)), Span(String(characters), .muted),
        ]
    }
}
