/// The only way for foreign text to the screen: it yields only what may be shown, cell by cell.
///
/// Control characters, escapes, marks of writing direction and other invisible characters become visible marks. So no text can
/// move the cursor, change colors or spoof the text beside it. The door reads only as far as it is asked.
struct TextDoor: IteratorProtocol {
    /// Invisible scalars that one cell may have.
    ///
    /// A text with more of them is cut there, so that a flood of them takes no time.
    private static let mostHidden = 64

    private var scalars: String.UnicodeScalarView.Iterator
    private var ahead: Unicode.Scalar?
    private var pendingMark: Substring = ""
    private let charset: Charset
    private let breaksLines: Bool

    /// A door for the text; with `breaksLines` a newline becomes `TextPiece.lineBreak` and a tab a blank, otherwise both become
    /// marks.
    init(_ text: String, charset: Charset, breaksLines: Bool = false) {
        scalars = text.unicodeScalars.makeIterator()
        self.charset = charset
        self.breaksLines = breaksLines
        ahead = scalars.next()
    }

    mutating func next() -> TextPiece? {
        var hidden = 0
        while pendingMark.isEmpty, let scalar = ahead {
            ahead = scalars.next()
            // Almost all text is this simple, and each frame has thousands of characters.
            if (0x20..<0x7F).contains(scalar.value), ahead?.isASCII ?? true {
                return TextPiece(Glyph(alone: scalar))
            }
            if breaksLines, let layout = layoutPiece(scalar) { return layout }
            switch ForeignScalar(scalar, charset: charset) {
            case .shown(let columns): return TextPiece(cluster(on: Glyph(alone: shown(scalar))), columns: columns)
            case .combining:
                var blank = Glyph.blank
                blank.append(shown(scalar))
                return TextPiece(cluster(on: blank))
            case .dropped: countHidden(&hidden)
            case .marked(let mark): pendingMark = mark[...]
            }
        }
        return pendingMark.popFirst().map { TextPiece(Glyph($0), isMark: true) }
    }

    /// The glyph with the combining marks that follow it in the text, of which it has room for four; real scripts need three.
    private mutating func cluster(on glyph: Glyph) -> Glyph {
        var glyph = glyph
        var hidden = 0
        while let scalar = ahead, !scalar.isASCII {
            switch ForeignScalar(scalar, charset: charset) {
            case .shown, .marked: return glyph
            case .combining: glyph.append(scalar)
            case .dropped: break
            }
            ahead = scalars.next()
            countHidden(&hidden)
        }
        return glyph
    }

    private mutating func countHidden(_ hidden: inout Int) {
        hidden += 1
        guard hidden > Self.mostHidden else { return }
        ahead = nil
        pendingMark = String(charset.continuation)[...]
    }

    private mutating func layoutPiece(_ scalar: Unicode.Scalar) -> TextPiece? {
        switch scalar {
        case "\r" where ahead == "\n":
            ahead = scalars.next()
            return .lineBreak
        case "\n": return .lineBreak
        case "\t": return .blank
        default: return nil
        }
    }

    private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar { scalar.isASCII || charset != .ascii ? scalar : "?" }
}
