/// Why no complete answer arrived; its texts never contain a header's value or a URL's query.
public enum HTTPTransportError: Error, Hashable, Sendable {
    /// The host name has no known address.
    case unresolvedHost(String)
    /// This host refused the connection.
    case refused(String)
    /// No route leads to this host.
    case unreachable(String)
    /// The proxy does not allow the connection to this host and answers with this status.
    case refusedByProxy(host: String, status: Int)
    /// No secure connection to the host could be established.
    case tls(host: String, TLSProblem)
    /// A time limit passed while the transfer waited.
    case timedOut(seconds: Double?, waitingFor: Wait = .answer)
    /// The connection broke during the transfer.
    case connectionLost(ConnectionLoss)
    /// The body is longer than this limit in bytes.
    case tooLarge(limit: Int)
    /// The reply is not HTTP.
    case notHTTP
    /// The receiver stopped the transfer.
    case stopped
    /// The Task was canceled.
    case cancelled
    /// The URL cannot be requested.
    case invalidURL
    /// A signed URL would be sent unencrypted to this host, so that anyone on the way could use it.
    case unencrypted(String)
    /// Anything else.
    case other(TransportFault)

    /// What a transfer was waiting for when its time limit passed.
    public enum Wait: Hashable, Sendable {
        /// The address of a host name.
        case address
        /// The connection, including TLS where it is required.
        case connection
        /// The answer, or the rest of it.
        case answer
    }
}
