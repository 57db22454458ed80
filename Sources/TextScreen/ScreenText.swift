/// What becomes of a text on the screen, for measuring and wrapping it without one.
package enum ScreenText {
    /// The columns that the text takes, as `Canvas.write` would show it.
    ///
    /// Counting stops at `limit`, which is then the answer; to ask whether a text fits, give one column more than there is.
    package static func columns(
        of text: some StringProtocol, charset: Charset = .unicode14, upTo limit: Int = .max
    ) -> Int {
        var door = TextDoor(text, charset: charset)
        var columns = 0
        while columns < limit, let piece = door.next() { columns += piece.columns }
        return max(0, min(columns, limit))
    }

    /// The text as it is shown in that many columns: safe, and with a sign at its end if it was longer.
    package static func clipped(_ text: some StringProtocol, columns: Int, charset: Charset = .unicode14) -> String {
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

    /// The text in lines of at most that many columns, broken at newlines, then at blanks, then anywhere but inside a character.
    ///
    /// A tab is one blank. If there are more than `maximumLines`, the last one says so with a sign at its end. The lines are
    /// safe, and `Canvas.write` shows them as they are. No lines for an empty text or no room.
    package static func wrapped(
        _ text: some StringProtocol, columns: Int, charset: Charset = .unicode14, maximumLines: Int = .max
    ) -> [String] {
        guard columns > 0, maximumLines > 0 else { return [] }
        var wrap = TextWrap(TextDoor(text, charset: charset, breaksLines: true), columns: columns)
        var lines: [TextLine] = []
        while lines.count < maximumLines, let line = wrap.next() { lines.append(line) }
        if let last = lines.indices.last, wrap.next() != nil { lines[last].end(with: charset.continuation) }
        return lines.map(\.text)
    }
}
