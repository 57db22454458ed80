/// The outcome of a single run: one call of one API.
public struct RunResult: Hashable, Sendable {
    /// The run's id.
    public var runID: String
    /// The run's status.
    public var status: Open<RunStatus>
    /// What the API returned.
    public var result: JSONValue?
    /// The items that the run added to its JobRun.
    public var extendedPayloads: [JSONValue]
    /// The error of the run.
    public var error: RunError?
    /// The platform's words.
    public var message: String?
    /// The reason for the run's status.
    public var reason: RunReason?

    /// Creates an outcome.
    public init(
        runID: String, status: Open<RunStatus>, result: JSONValue? = nil, extendedPayloads: [JSONValue] = [],
        error: RunError? = nil, message: String? = nil, reason: RunReason? = nil
    ) {
        self.runID = runID
        self.status = status
        self.result = result
        self.extendedPayloads = extendedPayloads
        self.error = error
        self.message = message
        self.reason = reason
    }
}

extension RunResult: Decodable {
    /// Reads an outcome, which must have an id and a status.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            runID: try fields.identifier("runId"),
            status: try fields.decode(Open<RunStatus>.self, forKey: "status"),
            result: fields.json("result"),
            extendedPayloads: fields.list("extendedPayloads") ?? [],
            error: fields.lenient("error"),
            message: fields.words("message"),
            reason: fields.lenient("reason"))
    }
}
