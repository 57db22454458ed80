/// In which way an answer is not one of the API.
public enum Misunderstanding: Error, Hashable, Sendable {
    /// A web page came, with this status and title.
    case html(status: Int, title: String?)
    /// The JSON breaks off after so many bytes.
    case truncated(bytes: Int)
    /// No JSON came, but text that begins so: at most 60 printable characters.
    case notJSON(start: String)
    /// The JSON has another shape.
    case unexpectedShape(ShapeProblem)
    /// What came is no HTTP.
    case notHTTP
    /// Nothing came.
    case empty
    /// The status means nothing here, and what came with it neither.
    case unexpectedStatus(Int)
    /// The body is longer than so many bytes.
    case tooLarge(limit: Int)
}
