/// How a reply differs from an answer of the API.
public enum Misunderstanding: Error, Hashable, Sendable {
    /// The reply is a web page, with this status and title.
    case html(status: Int, title: String?)
    /// The JSON ends too early, after this many bytes.
    case truncated(bytes: Int)
    /// The reply is not JSON, but text with this beginning: at most 60 printable characters.
    case notJSON(start: String)
    /// The JSON has another shape.
    case unexpectedShape(ShapeProblem)
    /// The reply is not HTTP.
    case notHTTP
    /// The body is empty.
    case empty
    /// The API does not use this status, and the body does not explain it.
    case unexpectedStatus(Int)
    /// The body is longer than this limit in bytes.
    case tooLarge(limit: Int)
}
