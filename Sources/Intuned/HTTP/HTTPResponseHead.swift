/// The status and the header fields of an answer.
public struct HTTPResponseHead: Equatable, Sendable {
    /// The status code, such as 200.
    public var status: Int
    /// The header fields in the order of the answer.
    public var headers: [HTTPHeader]

    /// Creates an answer's head.
    public init(status: Int, headers: [HTTPHeader] = []) {
        self.status = status
        self.headers = headers
    }

    /// The value of the first field of this name, in any case of letters; nil if there is none.
    public func header(_ name: String) -> String? { headers.value(of: name) }

    /// Whether the answer points to another address; 304, 305 and 306 do not (RFC 9110, section 15.4).
    package var isRedirect: Bool {
        switch status {
        case 300: header("location") != nil
        case 301, 302, 303, 307, 308: true
        default: false
        }
    }
}
