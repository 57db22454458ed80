/// A store with the S3 protocol, which receives a file for each result.
public struct S3Sink: Hashable, Sendable {
    /// The bucket's name.
    public var bucket: String
    /// The id of the access key.
    public var accessKeyID: Secret
    /// The secret access key.
    public var secretAccessKey: Secret
    /// The region, such as `eu-central-1`.
    public var region: String
    /// The prefix of every file's name.
    public var prefix: String?
    /// Whether failed items are left out.
    public var skipOnFail: Bool
    /// The only APIs whose results are delivered; nil for all.
    public var apisToSend: [String]?
    /// The address of a store other than Amazon's, with dots in place of a user or password.
    public var endpoint: String?
    /// Whether the bucket's name is in the path instead of the host.
    public var forcePathStyle: Bool?

    /// Creates a sink.
    public init(
        bucket: String, accessKeyID: Secret, secretAccessKey: Secret, region: String, prefix: String? = nil,
        skipOnFail: Bool = false, apisToSend: [String]? = nil, endpoint: String? = nil, forcePathStyle: Bool? = nil
    ) {
        self.bucket = bucket
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.region = region
        self.prefix = prefix
        self.skipOnFail = skipOnFail
        self.apisToSend = apisToSend
        self.endpoint = endpoint
        self.forcePathStyle = forcePathStyle
    }
}

extension S3Sink: Decodable {
    /// Reads a sink, which must have a bucket.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            bucket: try fields.identifier("bucket"),
            accessKeyID: fields.secret("accessKeyId") ?? Secret(""),
            secretAccessKey: fields.secret("secretAccessKey") ?? Secret(""),
            region: fields.text("region") ?? "",
            prefix: fields.text("prefix"),
            skipOnFail: fields.flag("skipOnFail") ?? false,
            apisToSend: fields.list("apisToSend"),
            endpoint: fields.words("endpoint"),
            forcePathStyle: fields.flag("forcePathStyle"))
    }
}
