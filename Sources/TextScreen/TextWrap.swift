/// Breaks the text from the door into lines, reading no further than the requested line.
struct TextWrap: IteratorProtocol {
    private var door: TextDoor
    private let columns: Int
    /// The pieces that did not fit into the previous line.
    private var line: TextLine
    /// Whether a line has just ended at a blank: further blanks and the newline after them are part of that break.
    private var swallowsBlanks = false

    init(_ door: TextDoor, columns: Int) {
        self.door = door
        self.columns = columns
        line = TextLine(columns: columns)
    }

    mutating func next() -> TextLine? {
        while let piece = door.next() {
            if swallowsBlanks {
                swallowsBlanks = piece.isBlank
                if piece.isBlank || piece.isLineBreak { continue }
            }
            if piece.isLineBreak { return take() }
            // A wide character in a single column could never be shown.
            let fitting = piece.columns > columns ? TextPiece(Glyph("?")) : piece
            if !line.append(fitting) { return lineBreak(before: fitting) }
        }
        return line.isEmpty ? nil : take()
    }

    private mutating func take(leaving rest: [TextPiece] = []) -> TextLine {
        defer {
            line = TextLine(columns: columns)
            for piece in rest { _ = line.append(piece) }
        }
        return line
    }

    private mutating func lineBreak(before piece: TextPiece) -> TextLine {
        guard !piece.isBlank else {
            swallowsBlanks = true
            line.dropTrailingBlanks()
            return take()
        }
        guard let rest = line.cutAtLastBlank() else { return take(leaving: [piece]) }
        return take(leaving: rest.pieces + [piece])
    }
}
