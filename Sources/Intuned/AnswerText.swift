/// The text of an answer, repaired for the decoder, which would reject the whole answer for one bad string or one deep value.
///
/// Invalid UTF-8 and halves of surrogate pairs become U+FFFD, and values nested too deeply become `"…"`.
struct AnswerText {
    /// The deepest nesting that is kept; the decoder of FoundationEssentials fails beyond 512 levels.
    static let deepest = 500
    private static let placeholder = Array("\"…\"".utf8)[...]
    private static let replacement = Array("\\uFFFD".utf8)[...]

    /// The text in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Whether the text ends inside a string, a list or an object.
    var breaksOff: Bool { depth > 0 || isInString }

    /// The levels that are kept.
    private let deepest: Int
    private var depth = 0
    private var isInString = false

    /// - Parameter levels: the levels around this text, when it is a part of an answer.
    init(_ raw: [UInt8], below levels: Int = 0) {
        deepest = Self.deepest - levels
        let text = String(validating: raw, as: UTF8.self) == nil ? Array(String(decoding: raw, as: UTF8.self).utf8) : raw
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while !rest.isEmpty {
            let plain = rest.prefix(while: isInString ? Self.isPlainInString : Self.isPlainOutside)
            keep(plain)
            rest = rest[plain.endIndex...]
            guard let mark = rest.first else { break }
            rest = rest.dropFirst(isInString ? takeInString(mark, rest) : takeOutside(mark))
        }
    }

    private static func isPlainInString(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func isPlainOutside(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): false
        default: true
        }
    }

    /// Reads a quote or a bracket; returns its length in bytes.
    private mutating func takeOutside(_ mark: UInt8) -> Int {
        switch mark {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            if depth == deepest + 1 { bytes += Self.placeholder }
            keep([mark])
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            keep([mark])
            depth -= 1
        default:
            isInString = true
            keep([mark])
        }
        return 1
    }

    /// Reads the closing quote or an escape; returns its length in bytes.
    private mutating func takeInString(_ mark: UInt8, _ rest: ArraySlice<UInt8>) -> Int {
        guard mark == UInt8(ascii: "\\") else {
            isInString = false
            keep([mark])
            return 1
        }
        guard let half = Self.surrogate(rest) else {
            keep(rest.prefix(2))
            return 2
        }
        let isPair = half < 0xDC00 && Self.surrogate(rest.dropFirst(6)).map { $0 >= 0xDC00 } == true
        keep(isPair ? rest.prefix(12) : Self.replacement)
        return isPair ? 12 : 6
    }

    private mutating func keep(_ part: ArraySlice<UInt8>) {
        if depth <= deepest { bytes += part }
    }

    /// The half of a surrogate pair that starts a text as an escape (`\uD83D`).
    private static func surrogate(_ text: ArraySlice<UInt8>) -> UInt16? {
        guard text.starts(with: "\\u".utf8) else { return nil }
        let digits = text.dropFirst(2).prefix(4)
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
        return (0xD800...0xDFFF).contains(unit) ? unit : nil
    }
}

extension UInt8 {
    /// Whether it is white space between the parts of JSON (RFC 8259, section 2).
    var isJSONSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") || self == UInt8(ascii: "\t")
    }
}
