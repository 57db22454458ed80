/// The answer to a request.
package struct ScrapeAnswer: Hashable, Sendable {
    /// The status code.
    package var status: Int
    /// The value of the Content-Type header.
    package var contentType: String
    /// The body.
    package var body: String

    /// Creates an answer.
    package init(status: Int = 200, contentType: String = "text/plain; charset=utf-8", body: String) {
        (self.status, self.contentType, self.body) = (status, contentType, body)
    }
}
