/// The run that a job was asked to start.
public struct TriggeredRun: Hashable, Sendable {
    /// The new run's id.
    public var jobRunID: String
    /// The platform's words.
    public var message: String?

    /// Creates the result of a trigger.
    public init(jobRunID: String, message: String? = nil) {
        self.jobRunID = jobRunID
        self.message = message
    }
}

extension TriggeredRun: Decodable {
    /// Reads the answer, which must name the run.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(jobRunID: try fields.identifier("jobRunId"), message: fields.words("message"))
    }
}
