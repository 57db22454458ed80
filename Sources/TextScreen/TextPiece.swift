/// The content of one cell, or of two for a wide character, as the door lets it through.
struct TextPiece {
    var glyph: Glyph
    var columns: Int
    /// Whether the piece replaces text that must not be shown raw.
    var isMark: Bool

    init(_ glyph: Glyph, columns: Int = 1, isMark: Bool = false) {
        self.glyph = glyph
        self.columns = columns
        self.isMark = isMark
    }

    /// The end of a line; only a door with `breaksLines` yields it.
    static let lineBreak = TextPiece(Glyph("\n"), columns: 0)
    static let blank = TextPiece(.blank)

    var isLineBreak: Bool { columns == 0 }
    var isBlank: Bool { glyph == .blank }
}
