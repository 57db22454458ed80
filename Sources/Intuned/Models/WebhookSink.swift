/// An address that receives each result as a POST.
public struct WebhookSink: Hashable, Sendable {
    /// The address; its user and query are secret.
    public var url: Secret
    /// The header fields sent with each result, sorted by name.
    public var headers: [Header]
    /// Whether failed items are left out.
    public var skipOnFail: Bool
    /// The only APIs whose results are delivered; nil for all.
    public var apisToSend: [String]?

    /// Creates a sink.
    public init(url: Secret, headers: [Header] = [], skipOnFail: Bool = false, apisToSend: [String]? = nil) {
        self.url = url
        self.headers = headers
        self.skipOnFail = skipOnFail
        self.apisToSend = apisToSend
    }
}

extension WebhookSink: Decodable {
    /// Reads a sink, which must have an address.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            url: .url(try fields.identifier("url")),
            headers: fields.headers("headers"),
            skipOnFail: fields.flag("skipOnFail") ?? false,
            apisToSend: fields.list("apisToSend"))
    }
}
