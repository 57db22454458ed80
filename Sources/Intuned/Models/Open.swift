/// A word from a list that the platform may extend: a known one, or another one, kept unmodified.
public enum Open<Known>: Hashable, Sendable where Known: RawRepresentable & Hashable & Sendable, Known.RawValue == String {
    /// A word that this library knows.
    case known(Known)
    /// A word that this library does not know.
    case unrecognized(String)

    /// Creates the value from the platform's word.
    public init(_ raw: String) {
        self = Known(rawValue: raw).map { .known($0) } ?? .unrecognized(raw)
    }

    /// The word as the platform writes it.
    public var raw: String {
        switch self {
        case .known(let known): known.rawValue
        case .unrecognized(let raw): raw
        }
    }
}

extension Open: Decodable {
    /// Reads the word from text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
}
