/// Text, a number or a truth value, whichever the platform sent.
struct Scalar: Decodable {
    /// The value as text.
    let text: String

    /// The value as a finite number, if it is one or spells one.
    var number: Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The value for people: with dots in place of secrets in URLs.
    var words: String { Secret.urls(in: text)?.masked ?? text }

    init(from decoder: any Decoder) throws {
        switch try JSONValue(scalar: decoder.singleValueContainer()) {
        case .string(let text)?, .number(let text)?: self.text = text
        case .bool(let flag)?: text = "\(flag)"
        case .null?, .secret?, .array?, .object?, nil:
            throw DecodingError.typeMismatch(
                String.self, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "This is no single value."))
        }
    }
}
