/// A line of at most `columns` columns that is being filled.
struct TextLine {
    private(set) var pieces: [TextPiece] = []
    private(set) var width = 0
    let columns: Int

    init(columns: Int) {
        self.columns = columns
    }

    var isEmpty: Bool { pieces.isEmpty }

    var text: String {
        pieces.reduce(into: "") { text, piece in piece.glyph.forEachScalar { text.unicodeScalars.append($0) } }
    }

    /// Adds the piece at the end; returns false if there is no room for it.
    mutating func append(_ piece: TextPiece) -> Bool {
        guard width + piece.columns <= columns else { return false }
        pieces.append(piece)
        width += piece.columns
        return true
    }

    /// Ends the line with a sign that the text continues; a line of a single column has no room for the sign.
    mutating func end(with sign: Character) {
        guard columns >= 2 else { return }
        while width > columns - 1, let last = pieces.popLast() { width -= last.columns }
        _ = append(TextPiece(Glyph(sign)))
    }

    /// Cuts the line at its last blank if words precede it, and returns the part after the blank.
    mutating func cutAtLastBlank() -> TextLine? {
        guard let blank = pieces.lastIndex(where: \.isBlank), pieces[..<blank].contains(where: { !$0.isBlank }) else {
            return nil
        }
        var rest = TextLine(columns: columns)
        while pieces.count > blank + 1, let piece = pieces.popLast() {
            width -= piece.columns
            rest.pieces.append(piece)
            rest.width += piece.columns
        }
        rest.pieces.reverse()
        dropTrailingBlanks()
        return rest
    }

    /// Removes the blanks at the end of the line.
    mutating func dropTrailingBlanks() {
        while let last = pieces.last, last.isBlank {
            pieces.removeLast()
            width -= last.columns
        }
    }
}
