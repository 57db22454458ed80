import Intuned

extension IntunedError {
    /// Whether the same call may go well in a moment.
    var mayPass: Bool {
        switch self {
        case .rateLimited, .server, .notReachable: true
        case .unauthorized, .forbidden, .notFound, .refused, .redirected, .notUnderstood, .cancelled: false
        }
    }
}

extension HTTPTransportError {
    /// Whether the same request may go well in a moment.
    var mayPass: Bool {
        switch self {
        case .unresolvedHost, .refused, .unreachable, .tls, .timedOut, .connectionLost, .tooLarge, .notHTTP, .stopped, .other:
            true
        case .invalidURL, .unencrypted, .cancelled: false
        }
    }
}
