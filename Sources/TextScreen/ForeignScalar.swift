/// The way in which the door shows one scalar of a foreign text.
enum ForeignScalar {
    /// The scalar is shown in one cell or two.
    case shown(columns: Int)
    /// The scalar is drawn over the character before it.
    case combining
    /// The scalar only changes how its neighbors are joined, and is left out.
    case dropped
    /// The scalar is replaced with this visible mark.
    case marked(String)

    init(_ scalar: Unicode.Scalar, charset: Charset) {
        switch scalar.value {
        case 0x20..<0x7F: self = .shown(columns: 1)
        case ..<0x80: self = .marked(Self.caret(scalar))
        case 0x80..<0xA0, 0xAD: self = .marked(Self.hexadecimal(scalar))
        case 0xA0..<0x300: self = .shown(columns: 1)
        case 0x2500...0x25FC: self = .shown(columns: 1)  // frames and gauges: most non-ASCII characters
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

    /// Whether the scalar has to be marked because it is invisible or looks different on each machine.
    ///
    /// Format characters direct the order of the text without being visible. Fonts show fillers as nothing. Private-use
    /// characters look different everywhere. A character that only a newer C library knows may be any of these.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint || scalar == blankBraille { return true }
        return switch scalar.properties.generalCategory {
        case .format, .privateUse, .unassigned: true
        default: false
        }
    }

    /// The braille pattern without a dot: a symbol, but invisible.
    private static let blankBraille: Unicode.Scalar = "\u{2800}"

    /// The caret form of a control character, `^[` for escape, as terminals have always echoed it.
    private static func caret(_ scalar: Unicode.Scalar) -> String {
        "^" + String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) ^ 0x40)))
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}
