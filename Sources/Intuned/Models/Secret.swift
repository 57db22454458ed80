/// Text that prints as dots: keys, credentials, signed links.
public struct Secret: Hashable, Sendable {
    static let dots = "••••••••"

    private let value: String
    /// The text shown instead.
    public let masked: String

    /// Hides a text.
    public init(_ value: String, masked: String = "••••••••") {
        self.value = value
        self.masked = masked
    }

    /// Returns the text itself, for the one place that needs it.
    public func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The mask.
    public var description: String { masked }

    /// The mask.
    public var debugDescription: String { masked }

    /// Shows only the mask to `dump` and to debuggers.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension Secret: Decodable {
    /// Reads the secret from text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
}
