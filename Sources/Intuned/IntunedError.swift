/// Why a call has no answer.
public enum IntunedError: Error, Hashable, Sendable {
    /// The platform does not accept the key (401).
    case unauthorized(Complaint?)
    /// The key does not open this (403).
    case forbidden(Complaint?)
    /// There is no such thing (404).
    case notFound(Subject, Complaint?)
    /// There were too many calls (429); the platform may say how many seconds to wait.
    case rateLimited(retryAfter: Double?, Complaint?)
    /// The platform refused the call for another reason (any other 4xx).
    case refused(status: Int, Complaint?)
    /// The platform has a fault (5xx).
    case server(status: Int, Complaint?)
    /// The platform points elsewhere (300 to 303, 307, 308), which is not followed; the host, when it names one.
    case redirected(status: Int, toHost: String?)
    /// No complete answer came.
    case notReachable(HTTPTransportError)
    /// What came is no answer of the API.
    case notUnderstood(Misunderstanding)
    /// The call was called off.
    case cancelled
}
