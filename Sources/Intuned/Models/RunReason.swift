/// Why a JobRun, or a single run, has its status.
public struct RunReason: Hashable, Sendable {
    /// The kind of reason.
    public var type: Open<RunReasonType>?
    /// The platform's words.
    public var message: String?
    /// Other information from the platform.
    public var details: JSONValue?
    /// The address of its documentation, unmodified.
    public var docURL: String?

    /// Creates a reason.
    public init(type: Open<RunReasonType>? = nil, message: String? = nil, details: JSONValue? = nil, docURL: String? = nil) {
        self.type = type
        self.message = message
        self.details = details
        self.docURL = docURL
    }
}

extension RunReason: Decodable {
    /// Reads a reason; plain text in its place becomes the message, so that no reason is lost.
    public init(from decoder: any Decoder) throws {
        if let message = try? Scalar(from: decoder) {
            self.init(message: message.words)
            return
        }
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            type: fields.lenient("type"),
            message: fields.words("message"),
            details: fields.json("details"),
            docURL: fields.text("doc_url", "docUrl"))
    }
}
