/// One call of the API as a value: its request and the type of its answer.
public struct Endpoint<Answer: Decodable & Sendable>: Hashable, Sendable {
    /// The HTTP method.
    public var method: String
    /// The parts of the path below the project, not percent-encoded.
    public var path: [String]
    /// The query, not percent-encoded.
    public var query: [QueryParameter]
    /// The success statuses that the platform is known to use.
    public var success: Set<Int>
    /// What a 404 reports as missing; nil for the project.
    public var subject: Subject?

    /// Creates a call.
    public init(
        method: String = "GET", path: [String], query: [QueryParameter] = [], success: Set<Int> = [200], subject: Subject? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.success = success
        self.subject = subject
    }

    /// Path and query, encoded for sending, from the first slash below the project on.
    ///
    /// Each part is encoded separately, so that a slash in an id does not split its part.
    public var target: String {
        let path = path.map { "/\(PercentEncoding.encodedPathPart($0))" }.joined()
        guard !query.isEmpty else { return path }
        let parameters = query.map { "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))" }
        return "\(path)?\(parameters.joined(separator: "&"))"
    }
}
