/// What the door makes of one scalar of a text that somebody else wrote.
enum ForeignScalar {
    /// It may be shown, in a cell of its own or two.
    case shown(columns: Int)
    /// It is drawn over the character before it.
    case combining
    /// It only changes how its neighbours are joined, and is left out.
    case dropped
    /// It is shown by this visible mark.
    case marked(String)

    init(_ scalar: Unicode.Scalar, charset: Charset) {
        switch scalar.value {
        case 0x20..<0x7F: self = .shown(columns: 1)
        case ..<0x80: self = .marked(Self.caret(scalar))
        case 0x80..<0xA0, 0xAD: self = .marked(Self.hexadecimal(scalar))
        case 0xA0..<0x300: self = .shown(columns: 1)
        case 0x2500...0x25FC: self = .shown(columns: 1)  // frames and gauges: most of what is not ASCII
        default: self = Self.beyondLatin(scalar, charset)
        }
        guard charset == .ascii, !scalar.isASCII else { return }
        switch self {
        case .shown, .combining: self = .shown(columns: 1)
        case .dropped, .marked: break
        }
    }

    private static func beyondLatin(_ scalar: Unicode.Scalar, _ charset: Charset) -> ForeignScalar {
        if scalar.value == 0x200C || scalar.value == 0x200D { return .dropped }
        if scalar.properties.isVariationSelector { return .dropped }
        let columns = charset.columns(of: scalar)
        if columns < 0 || isHidden(scalar) { return .marked(hexadecimal(scalar)) }
        return columns == 0 ? .combining : .shown(columns: columns)
    }

    /// Whether it would change what is seen without being seen (format characters, which direct the order of the text), could not
    /// be seen at all (fillers, which fonts show as nothing), or would be seen differently everywhere (private use).
    ///
    /// What only a newer C library knows may be any of these.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint || scalar == blankBraille { return true }
        return switch scalar.properties.generalCategory {
        case .format, .privateUse, .unassigned: true
        default: false
        }
    }

    /// The braille pattern without a dot: a symbol, but not one that anybody sees.
    private static let blankBraille: Unicode.Scalar = "\u{2800}"

    /// `^[` for escape, as terminals have always echoed control characters.
    private static func caret(_ scalar: Unicode.Scalar) -> String {
        "^" + String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) ^ 0x40)))
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}
