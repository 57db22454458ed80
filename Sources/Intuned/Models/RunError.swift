/// The error of a JobRun, or of a single run.
public struct RunError: Hashable, Sendable {
    /// The platform's words.
    public var message: String
    /// The kind of error.
    public var code: Open<RunErrorCode>?
    /// Whose fault it is.
    public var category: Open<RunErrorCategory>?
    /// Other information from the platform.
    public var details: JSONValue?
    /// The id that support asks for.
    public var correlationID: String?
    /// Whether a retry may help.
    public var isRetirable: Bool
    /// The address of its documentation, unmodified.
    public var docURL: String?

    /// Creates an error.
    public init(
        message: String, code: Open<RunErrorCode>? = nil, category: Open<RunErrorCategory>? = nil, details: JSONValue? = nil,
        correlationID: String? = nil, isRetirable: Bool = false, docURL: String? = nil
    ) {
        self.message = message
        self.code = code
        self.category = category
        self.details = details
        self.correlationID = correlationID
        self.isRetirable = isRetirable
        self.docURL = docURL
    }
}

extension RunError: Decodable {
    /// Reads an error; plain text in its place becomes the message, so that no error is lost.
    public init(from decoder: any Decoder) throws {
        if let message = try? Scalar(from: decoder) {
            self.init(message: message.words)
            return
        }
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            message: fields.words("message") ?? "",
            code: fields.lenient("code"),
            category: fields.lenient("category"),
            details: fields.json("details"),
            correlationID: fields.text("correlationId", "correlation_id"),
            isRetirable: fields.flag("retirable", "retriable", "retryable") ?? false,
            docURL: fields.text("doc_url", "docUrl"))
    }
}
