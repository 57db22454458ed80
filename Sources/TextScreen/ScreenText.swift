/// Measures, clips and wraps a text as the screen would show it, without a screen.
package enum ScreenText {
    /// The columns that the text takes, as `Canvas.write` would show it.
    ///
    /// Counting stops at `limit`, which is then the result; to ask whether a text fits, pass one column more than available.
    package static func columns(
        of text: String, charset: Charset = .unicode14, upTo limit: Int = .max
    ) -> Int {
        if let columns = PlainText.columns(of: text) { return max(0, min(columns, limit)) }
        var door = TextDoor(text, charset: charset)
        var columns = 0
        while columns < limit, let piece = door.next() { columns += piece.columns }
        return max(0, min(columns, limit))
    }

    /// The text as shown in `columns` columns: safe, and with a sign at its end if it was longer.
    package static func clipped(_ text: String, columns: Int, charset: Charset = .unicode14) -> String {
        var door = TextDoor(text, charset: charset)
        var line = TextLine(columns: columns)
        while let piece = door.next() {
            guard line.append(piece) else {
                line.end(with: charset.continuation)
                break
            }
        }
        return line.text
    }

    /// The text in lines of at most `columns` columns, broken at newlines, then at blanks, then anywhere except inside a
    /// character.
    ///
    /// A tab becomes one blank. If there are more than `maximumLines`, the last one ends with a sign. The lines are safe, and
    /// `Canvas.write` shows them unchanged. An empty text or no room gives no lines.
    package static func wrapped(
        _ text: String, columns: Int, charset: Charset = .unicode14, maximumLines: Int = .max
    ) -> [String] {
        guard columns > 0, maximumLines > 0 else { return [] }
        var wrap = TextWrap(TextDoor(text, charset: charset, breaksLines: true), columns: columns)
        var lines: [TextLine] = []
        while lines.count < maximumLines, let line = wrap.next() { lines.append(line) }
        if let last = lines.indices.last, wrap.next() != nil { lines[last].end(with: charset.continuation) }
        return lines.map(\.text)
    }
}
