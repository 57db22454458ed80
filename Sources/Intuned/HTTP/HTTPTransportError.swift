/// Why no complete answer came; its texts never hold a header's value or a URL's query.
public enum HTTPTransportError: Error, Hashable, Sendable {
    /// No address is known for this host name.
    case unresolvedHost(String)
    /// This host refused the connection.
    case refused(String)
    /// No route leads to this host.
    case unreachable(String)
    /// The proxy does not let the connection through to this host and answers with this status.
    case refusedByProxy(host: String, status: Int)
    /// No safe connection to the host could be made.
    case tls(host: String, TLSProblem)
    /// A limit of time passed while that was waited for.
    case timedOut(seconds: Double?, waitingFor: Wait = .answer)
    /// The connection broke in the middle.
    case connectionLost(ConnectionLoss)
    /// The body is longer than so many bytes.
    case tooLarge(limit: Int)
    /// What came is no HTTP.
    case notHTTP
    /// The receiver wanted no more.
    case stopped
    /// The Task was cancelled.
    case cancelled
    /// The URL is none that can be asked.
    case invalidURL
    /// A signed URL would go unencrypted to this host, so that whoever sees it on the way has what it opens.
    case unencrypted(String)
    /// Anything else.
    case other(TransportFault)

    /// What a transfer waits for when its time is over.
    public enum Wait: Hashable, Sendable {
        /// The address that belongs to a name.
        case address
        /// A connection that stands, safely where that is asked for.
        case connection
        /// The answer, or the rest of it.
        case answer
    }
}
