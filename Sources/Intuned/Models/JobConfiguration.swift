/// How a job processes its items.
public struct JobConfiguration: Hashable, Sendable {
    /// The most attempts for each item; at least 1.
    public var maximumAttempts: Int
    /// How many items run at once, 1 to 25; nil for the platform's default.
    public var maxConcurrentRequests: Double?
    /// Seconds that one item may take.
    public var requestTimeout: Double
    /// The most items that a run may have, including items added during the run; nil for no limit.
    public var maxRuns: Int?
    /// The URL of a proxy.
    public var proxy: Secret?

    /// Creates a configuration; the defaults are the platform's.
    public init(
        maximumAttempts: Int = 3, maxConcurrentRequests: Double? = nil, requestTimeout: Double = 600, maxRuns: Int? = nil,
        proxy: Secret? = nil
    ) {
        self.maximumAttempts = maximumAttempts
        self.maxConcurrentRequests = maxConcurrentRequests
        self.requestTimeout = requestTimeout
        self.maxRuns = maxRuns
        self.proxy = proxy
    }
}

extension JobConfiguration: Decodable {
    /// Reads a configuration; null means absent, and absent means the default.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let retry: Retry? = fields.lenient("retry")
        let proxy: Proxy? = fields.lenient("proxy")
        self.init(
            maximumAttempts: retry?.maximumAttempts ?? 3,
            maxConcurrentRequests: fields.number("maxConcurrentRequests"),
            requestTimeout: fields.number("requestTimeout") ?? 600,
            maxRuns: fields.count("maxRuns"),
            proxy: proxy?.url)
    }
}
