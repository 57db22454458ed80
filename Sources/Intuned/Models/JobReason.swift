/// Why a job is paused.
public struct JobReason: Hashable, Sendable {
    /// The kind of reason.
    public var type: Open<JobReasonType>
    /// The platform's words.
    public var message: String
    /// Other information from the platform.
    public var details: JSONValue?
    /// When the job was paused.
    public var timestamp: Timestamp?

    /// Creates a reason.
    public init(type: Open<JobReasonType>, message: String = "", details: JSONValue? = nil, timestamp: Timestamp? = nil) {
        self.type = type
        self.message = message
        self.details = details
        self.timestamp = timestamp
    }
}

extension JobReason: Decodable {
    /// Reads a reason, which must have a type.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            type: try fields.decode(Open<JobReasonType>.self, forKey: "type"),
            message: fields.words("message") ?? "",
            details: fields.json("details"),
            timestamp: fields.time("timestamp"))
    }
}
