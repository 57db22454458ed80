import FoundationEssentials

/// Any JSON, with what is secret in it apart from what is not.
public indirect enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number in decimal digits; whole numbers are exact as far as 64 bits reach, others to 38 digits.
    case number(String)
    /// Text.
    case string(String)
    /// Text or a number that must not be shown.
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

    /// Stands for a value that the decoder cannot represent, such as 1e400.
    private static let unreadable = JSONValue.string("\u{FFFD}")
}

extension JSONValue: Decodable {
    /// Reads any JSON; of members with the same name the first counts.
    public init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: FieldName.self) {
            self = .object(
                try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map { name in
                    Member(name: name.stringValue, value: try members.decode(JSONValue.self, forKey: name))
                })
        } else if var elements = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !elements.isAtEnd { values.append(try elements.decode(JSONValue.self)) }
            self = .array(values)
        } else {
            self = JSONValue(scalar: try decoder.singleValueContainer()) ?? Self.unreadable
        }
    }

    /// Reads a single value; nil when it is none, or one that cannot be represented.
    init?(scalar container: any SingleValueDecodingContainer) {
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = Self.number(in: container) {
            self = .number(number)
        } else {
            return nil
        }
    }

    private static func number(in container: any SingleValueDecodingContainer) -> String? {
        if let number = try? container.decode(Int64.self) { return "\(number)" }
        if let number = try? container.decode(UInt64.self) { return "\(number)" }
        if let number = try? container.decode(Decimal.self) { return "\(number)" }
        return (try? container.decode(Double.self)).map { "\($0)" }
    }
}
