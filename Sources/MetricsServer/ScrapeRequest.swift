/// What a request asks for.
package struct ScrapeRequest: Hashable, Sendable {
    /// The method, such as `GET`.
    package var method: String
    /// The path without its query.
    package var path: String
    /// The Accept header; nil if there is none.
    package var accept: String?
    /// The Host header; nil if there is none.
    package var host: String?

    /// Creates a request.
    package init(method: String = "GET", path: String, accept: String? = nil, host: String? = nil) {
        (self.method, self.path, self.accept, self.host) = (method, path, accept, host)
    }
}
