/// Text, a number or a truth value, whichever the platform chose to send.
struct Scalar: Decodable {
    /// The value as it is written.
    let text: String

    /// The finite number that it is or spells.
    var number: Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The value as people may read it: with dots for what is secret in URLs within it.
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
