/// The only way for foreign text to the screen: it yields only what may be shown, cell by cell.
///
/// Control characters, escapes, marks of writing direction and other invisible characters become visible marks. So no text can
/// move the cursor, change colors or spoof the text beside it. The door reads only as far as it is asked.
struct TextDoor: IteratorProtocol {
    /// The content of one cell, or of two for a wide character.
    struct Piece {
        var text: String
        var columns: Int
        /// Whether the piece replaces text that must not be shown raw.
        var isMark = false

        /// The end of a line; only a door with `breaksLines` yields it.
        static let lineBreak = Piece(text: "\n", columns: 0)
        static let blank = Piece(text: " ", columns: 1)

        var isLineBreak: Bool { columns == 0 }
        var isBlank: Bool { text == " " }
    }

    /// Combining marks that one cell may carry; real scripts need three.
    private static let mostCombining = 4
    /// Invisible scalars that one cell may have.
    ///
    /// A text with more of them is cut there, so that a flood of them takes no time.
    private static let mostHidden = 64
    private static let ascii = PlainText.characters

    private var scalars: Substring.UnicodeScalarView.Iterator
    private var ahead: Unicode.Scalar?
    private var pendingMark: Substring = ""
    private let charset: Charset
    private let breaksLines: Bool

    /// A door for the text; with `breaksLines` a newline becomes `Piece.lineBreak` and a tab a blank, otherwise both become
    /// marks.
    init(_ text: some StringProtocol, charset: Charset, breaksLines: Bool = false) {
        scalars = Self.native(text).unicodeScalars.makeIterator()
        self.charset = charset
        self.breaksLines = breaksLines
        ahead = scalars.next()
    }

    mutating func next() -> Piece? {
        var hidden = 0
        while pendingMark.isEmpty, let scalar = ahead {
            ahead = scalars.next()
            // Almost all text is this simple, and each frame has thousands of characters.
            if (0x20..<0x7F).contains(scalar.value), ahead?.isASCII ?? true {
                return Piece(text: Self.ascii[Int(scalar.value)], columns: 1)
            }
            if breaksLines, let layout = layoutPiece(scalar) { return layout }
            switch ForeignScalar(scalar, charset: charset) {
            case .shown(let columns): return Piece(text: cluster(on: text(of: scalar)), columns: columns)
            case .combining: return Piece(text: cluster(on: " " + text(of: scalar), carrying: 1), columns: 1)
            case .dropped: countHidden(&hidden)
            case .marked(let mark): pendingMark = mark[...]
            }
        }
        return pendingMark.popFirst().map { Piece(text: String($0), columns: 1, isMark: true) }
    }

    /// The base with the combining marks that follow it in the text.
    private mutating func cluster(on base: String, carrying already: Int = 0) -> String {
        var text = base
        var carried = already
        var hidden = 0
        while let scalar = ahead, !scalar.isASCII {
            switch ForeignScalar(scalar, charset: charset) {
            case .shown, .marked: return text
            case .combining where carried < Self.mostCombining:
                text.unicodeScalars.append(scalar)
                carried += 1
            case .combining, .dropped: break
            }
            ahead = scalars.next()
            countHidden(&hidden)
        }
        return text
    }

    private mutating func countHidden(_ hidden: inout Int) {
        hidden += 1
        guard hidden > Self.mostHidden else { return }
        ahead = nil
        pendingMark = String(charset.continuation)[...]
    }

    private mutating func layoutPiece(_ scalar: Unicode.Scalar) -> Piece? {
        switch scalar {
        case "\r" where ahead == "\n":
            ahead = scalars.next()
            return .lineBreak
        case "\n": return .lineBreak
        case "\t": return .blank
        default: return nil
        }
    }

    private func text(of scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return Self.ascii[Int(scalar.value)] }
        return charset != .ascii ? String(Character(scalar)) : "?"
    }

    /// The text as the standard library stores it; `String` and `Substring` are the only types of text.
    private static func native(_ text: some StringProtocol) -> Substring {
        (text as? Substring) ?? Substring((text as? String) ?? String(text))
    }
}
