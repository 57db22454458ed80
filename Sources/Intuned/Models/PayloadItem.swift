/// One API call that a job makes in each of its runs.
public struct PayloadItem: Hashable, Sendable {
    /// The API that is called.
    public var apiName: String
    /// The parameters of the call.
    public var parameters: JSONValue
    /// Seconds that the call may take.
    public var requestTimeout: Double
    /// The most attempts; nil for the job's own number.
    public var maximumAttempts: Int?

    /// Creates an item.
    public init(
        apiName: String, parameters: JSONValue = .object([]), requestTimeout: Double = 600, maximumAttempts: Int? = nil
    ) {
        self.apiName = apiName
        self.parameters = parameters
        self.requestTimeout = requestTimeout
        self.maximumAttempts = maximumAttempts
    }
}

extension PayloadItem: Decodable {
    /// Reads an item, which must name its API.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let retry: Retry? = fields.lenient("retry")
        self.init(
            apiName: try fields.decode(String.self, forKey: "apiName"),
            parameters: fields.json("parameters") ?? .object([]),
            requestTimeout: fields.number("requestTimeout") ?? 600,
            maximumAttempts: retry?.maximumAttempts)
    }
}
