/// The platform's word that it took an order.
public struct Confirmation: Hashable, Sendable {
    /// The platform's words.
    public var message: String?

    /// Creates a confirmation.
    public init(message: String? = nil) {
        self.message = message
    }
}

extension Confirmation: Decodable {
    /// Reads the answer; its words are of no consequence.
    public init(from decoder: any Decoder) throws {
        self.init(message: try decoder.container(keyedBy: FieldName.self).words("message"))
    }
}
