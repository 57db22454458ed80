/// A receiver of notifications about the runs of a job.
public struct JobNotification: Hashable, Sendable {
    /// The kind of notification, such as `webhook`.
    public var type: String
    /// The address; its user and query are secret.
    public var url: Secret
    /// The header fields that are sent, sorted by name.
    public var headers: [Header]

    /// Creates a notification.
    public init(type: String = "webhook", url: Secret, headers: [Header] = []) {
        self.type = type
        self.url = url
        self.headers = headers
    }
}

extension JobNotification: Decodable {
    /// Reads a notification, which must have an address.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            type: fields.text("type") ?? "webhook", url: .url(try fields.identifier("url")), headers: fields.headers("headers"))
    }
}
