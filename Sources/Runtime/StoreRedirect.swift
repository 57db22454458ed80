import Dashboard
import FoundationEssentials
import Intuned

/// The request that follows a redirect of the store (RFC 9110, section 15.4).
enum StoreRedirect {
    /// The most redirects that are followed in a row.
    static let limit = 3

    /// Creates the request for the address that a redirect names, with only the `Range` header.
    ///
    /// - Throws: why the redirect is not followed.
    static func request(after head: HTTPResponseHead, of request: HTTPRequest) throws(RedirectProblem) -> HTTPRequest {
        var next = request
        next.url = try target(of: head, from: request.url)
        next.headers = request.headers.filter { $0.name == "Range" }
        return next
    }

    private static func target(of head: HTTPResponseHead, from url: String) throws(RedirectProblem) -> String {
        // A signature covers the exact spelling: a complete address is left unchanged, and a malformed one is not repaired.
        guard let location = head.header("location"), !location.isEmpty,
            let parts = URLComponents(string: location, encodingInvalidCharacters: false),
            let target = parts.scheme == nil ? parts.url(relativeTo: URL(string: url))?.absoluteString : location,
            let whole = URLComponents(string: target, encodingInvalidCharacters: false),
            let scheme = whole.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = whole.encodedHost, !host.isEmpty
        else { throw .noAddress }
        // libcurl would turn a user into an Authorization header.
        guard whole.percentEncodedUser == nil, whole.percentEncodedPassword == nil else { throw .noAddress }
        guard scheme == "https" || !url.lowercased().hasPrefix("https:") else {
            throw .unencrypted(host: String(host.prefix(253)))
        }
        return target
    }
}
