/// Where the results of a JobRun can be fetched, and their format.
public struct RunResults: Hashable, Sendable {
    /// The link, which gives anyone who has it access to the file; each request for the run returns a new one.
    public var signedURL: Secret
    /// The file's format, such as `jsonl`; the platform does not document the possible values.
    public var format: String
    /// When the link expires.
    public var expiration: Timestamp?
    /// The file's size in bytes.
    public var size: Double?
    /// The file's name in the store.
    public var key: String?

    /// Creates results.
    public init(
        signedURL: Secret, format: String, expiration: Timestamp? = nil, size: Double? = nil, key: String? = nil
    ) {
        self.signedURL = signedURL
        self.format = format
        self.expiration = expiration
        self.size = size
        self.key = key
    }
}

extension RunResults: Decodable {
    /// Reads results, which must have an address.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            signedURL: .url(try fields.identifier("signed_url")),
            format: fields.text("format") ?? "",
            expiration: fields.time("signed_url_expiration"),
            size: fields.number("size"),
            key: fields.text("key"))
    }
}
