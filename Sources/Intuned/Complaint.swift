/// The platform's explanation for refusing a call.
public struct Complaint: Hashable, Sendable {
    /// The kind of fault, such as `not-found`.
    public var code: String?
    /// Whose fault it is, such as `user`.
    public var category: String?
    /// The platform's words; for a web page in place of the answer, the page's title.
    public var message: String?
    /// Whether a retry may help.
    public var isRetirable: Bool
    /// Other information from the platform.
    public var details: JSONValue?
    /// The id that support asks for.
    public var correlationID: String?

    /// Creates a complaint.
    public init(
        code: String? = nil, category: String? = nil, message: String? = nil, isRetirable: Bool = false,
        details: JSONValue? = nil, correlationID: String? = nil
    ) {
        self.code = code
        self.category = category
        self.message = message
        self.isRetirable = isRetirable
        self.details = details
        self.correlationID = correlationID
    }
}

extension Complaint: Decodable {
    /// Reads a complaint in either spelling.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            code: fields.text("code"),
            category: fields.text("category"),
            message: fields.words("message"),
            isRetirable: fields.flag("retirable", "retriable", "retryable") ?? false,
            details: fields.json("details"),
            correlationID: fields.text("correlationId", "correlation_id"))
    }
}
