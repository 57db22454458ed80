/// One call of the API as a value: how it is made, and what it answers.
public struct Endpoint<Answer: Decodable & Sendable>: Hashable, Sendable {
    /// The HTTP method.
    public var method: String
    /// The parts of the path below the project, not encoded.
    public var path: [String]
    /// The query, not encoded.
    public var query: [QueryParameter]
    /// The statuses with which the platform is known to answer.
    public var success: Set<Int>
    /// What is missing when the answer is 404; nil for the project.
    public var subject: Subject?

    /// Describes a call.
    public init(
        method: String = "GET", path: [String], query: [QueryParameter] = [], success: Set<Int> = [200], subject: Subject? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.success = success
        self.subject = subject
    }

    /// Path and query as they travel, from the first slash below the project on.
    ///
    /// Each part is encoded by itself, so that a slash in an id stays in its part.
    public var target: String {
        let path = path.map { "/\(PercentEncoding.encodedPathPart($0))" }.joined()
        guard !query.isEmpty else { return path }
        let parameters = query.map { "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))" }
        return "\(path)?\(parameters.joined(separator: "&"))"
    }
}
