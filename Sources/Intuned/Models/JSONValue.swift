import FoundationEssentials

/// Any JSON value, with its secrets marked.
public indirect enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number in decimal digits; whole numbers are exact up to 64 bits, others to 38 digits.
    case number(String)
    /// Text.
    case string(String)
    /// Text or a number that must be hidden.
    case secret(Secret)
    /// A list.
    case array([JSONValue])
    /// An object, its members sorted by name.
    case object([Member])

    /// A name and its value in an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Creates a member of an object.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Replaces a value that the decoder cannot represent, such as 1e400.
    private static let unreadable = JSONValue.string("\u{FFFD}")
}

extension JSONValue: Decodable {
    /// Reads any JSON; if members have the same name, the first one counts.
    public init(from decoder: any Decoder) throws {
        // A wrong guess costs more than reading the value, so the guesses are in the order of what is frequent.
        let single = try decoder.singleValueContainer()
        if let frequent = Self.frequent(in: single) {
            self = frequent
        } else if let members = try? decoder.container(keyedBy: FieldName.self) {
            self = .object(
                try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map { name in
                    Member(name: name.stringValue, value: try members.decode(JSONValue.self, forKey: name))
                })
        } else if var elements = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !elements.isAtEnd { values.append(try elements.decode(JSONValue.self)) }
            self = .array(values)
        } else {
            self = Self.rare(in: single) ?? Self.unreadable
        }
    }

    /// Reads a single value; nil if it is not one or cannot be represented.
    init?(scalar container: any SingleValueDecodingContainer) {
        guard let value = Self.frequent(in: container) ?? Self.rare(in: container) else { return nil }
        self = value
    }

    private static func frequent(in container: any SingleValueDecodingContainer) -> JSONValue? {
        if container.decodeNil() { return .null }
        if let text = try? container.decode(String.self) { return .string(text) }
        return (try? container.decode(Int64.self)).map { .number("\($0)") }
    }

    private static func rare(in container: any SingleValueDecodingContainer) -> JSONValue? {
        if let flag = try? container.decode(Bool.self) { return .bool(flag) }
        if let number = try? container.decode(UInt64.self) { return .number("\(number)") }
        if let number = try? container.decode(Decimal.self) { return .number("\(number)") }
        return (try? container.decode(Double.self)).map { .number("\($0)") }
    }
}
