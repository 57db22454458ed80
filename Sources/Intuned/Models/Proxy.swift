/// The proxy that a job uses.
public struct Proxy: Hashable, Sendable {
    /// The version of the platform's description, such as `v1`; nil if only the URL was sent.
    public var version: String?
    /// The URL; its user and password are secret.
    public var url: Secret

    /// Creates a proxy.
    public init(version: String? = nil, url: Secret) {
        self.version = version
        self.url = url
    }
}

extension Proxy: Decodable {
    /// Reads a proxy from an object or from its URL alone; the platform sends either.
    public init(from decoder: any Decoder) throws {
        if let url = try? decoder.singleValueContainer().decode(String.self) {
            self.init(url: .url(url))
            return
        }
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(version: fields.text("version"), url: .url(try fields.identifier("url")))
    }
}
