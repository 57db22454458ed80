/// A header field of a request or an answer; it prints only its name, since its value may be a key.
public struct HTTPHeader: Hashable, Sendable {
    /// The field's name, compared without regard to case (RFC 9110, section 5.1).
    public var name: String
    /// The field's value, as sent.
    public var value: String

    /// Creates a header field.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension HTTPHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name, with dots for the value.
    public var description: String { "\(name): \(Secret.dots)" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Shows only the name to `dump` and to debuggers.
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

extension [HTTPHeader] {
    /// The value of the first field of this name, in any case of letters.
    func value(of name: String) -> String? {
        first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
