/// Why a call has no answer.
public enum IntunedError: Error, Hashable, Sendable {
    /// The platform does not accept the key (401).
    case unauthorized(Complaint?)
    /// The key does not allow this (403).
    case forbidden(Complaint?)
    /// The requested thing does not exist (404).
    case notFound(Subject, Complaint?)
    /// There were too many calls (429); the platform may say how many seconds to wait.
    case rateLimited(retryAfter: Double?, Complaint?)
    /// The platform refused the call for another reason (any other 4xx).
    case refused(status: Int, Complaint?)
    /// The platform failed (5xx).
    case server(status: Int, Complaint?)
    /// The platform redirects (300 to 303, 307, 308), which is not followed; the host is set if the redirect names one.
    case redirected(status: Int, toHost: String?)
    /// No complete answer arrived.
    case notReachable(HTTPTransportError)
    /// The reply is not an answer of the API.
    case notUnderstood(Misunderstanding)
    /// The call was canceled.
    case cancelled
}
