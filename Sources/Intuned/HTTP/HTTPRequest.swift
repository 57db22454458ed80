/// One request without a body, with its limits; a transport never follows redirects for it.
public struct HTTPRequest: Hashable, Sendable {
    /// The method, such as `GET`.
    public var method: String
    /// The absolute URL, percent-encoded; a transport sends it unchanged and must not collapse `%2E%2E` or `..`.
    public var url: String
    /// The header fields.
    public var headers: [HTTPHeader]
    /// Seconds that the whole transfer may take; nil for no limit.
    public var timeout: Double?
    /// Seconds until the connection must be established.
    public var connectTimeout: Double
    /// Seconds without a byte after which the transfer fails; nil for no limit.
    public var stallTimeout: Double?
    /// Whether the server may compress the body.
    public var acceptsCompression: Bool
    /// Whether the URL alone gives access to its target, so that only its host may be shown.
    public var isSigned: Bool

    /// Creates a request.
    public init(
        method: String = "GET", url: String, headers: [HTTPHeader] = [], timeout: Double? = 15, connectTimeout: Double = 10,
        stallTimeout: Double? = nil, acceptsCompression: Bool = true, isSigned: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.stallTimeout = stallTimeout
        self.acceptsCompression = acceptsCompression
        self.isSigned = isSigned
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method and URL, without the secrets in the URL, and without headers.
    public var description: String { "\(method) \(Secret.url(url).masked)" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Shows only `description` to `dump` and to debuggers.
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
