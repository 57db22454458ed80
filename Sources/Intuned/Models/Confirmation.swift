/// The platform's confirmation of a command.
public struct Confirmation: Hashable, Sendable {
    /// The platform's words.
    public var message: String?

    /// Creates a confirmation.
    public init(message: String? = nil) {
        self.message = message
    }
}

extension Confirmation: Decodable {
    /// Reads the answer; its text has no effect.
    public init(from decoder: any Decoder) throws {
        self.init(message: try decoder.container(keyedBy: FieldName.self).words("message"))
    }
}
