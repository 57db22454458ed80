extension IntunedError {
    /// Whether the same call may succeed in a moment.
    package var mayPass: Bool {
        switch self {
        case .rateLimited, .server, .notReachable: true
        case .unauthorized, .forbidden, .notFound, .refused, .redirected, .notUnderstood, .cancelled: false
        }
    }

    /// Whether the next request for anything else would meet the same error.
    package var concernsEverything: Bool {
        switch self {
        case .unauthorized, .forbidden, .notReachable, .rateLimited, .redirected: true
        case .notFound(let subject, _): if case .project = subject { true } else { false }
        case .notUnderstood(let what): what == .notHTTP
        case .refused, .server, .cancelled: false
        }
    }

    /// Whether the next request for another run would meet the same error.
    ///
    /// A platform that refuses or fails for one run most likely does so for the next, though that is not yet an outage.
    package var concernsEveryRun: Bool {
        switch self {
        case .refused, .server, .cancelled: true
        case .unauthorized, .forbidden, .notFound, .rateLimited, .redirected, .notReachable, .notUnderstood: concernsEverything
        }
    }
}

extension HTTPTransportError {
    /// Whether the same request may succeed in a moment.
    package var mayPass: Bool {
        switch self {
        case .unresolvedHost, .refused, .unreachable, .refusedByProxy, .tls, .timedOut, .connectionLost, .tooLarge, .notHTTP,
            .stopped, .other:
            true
        case .invalidURL, .unencrypted, .cancelled: false
        }
    }

    /// Whether a request for any other results would meet the same error.
    package var concernsEveryRun: Bool {
        switch self {
        case .invalidURL: false
        case .unresolvedHost, .refused, .unreachable, .refusedByProxy, .tls, .timedOut, .connectionLost, .tooLarge, .notHTTP,
            .stopped,
            .unencrypted,
            .cancelled, .other:
            true
        }
    }
}
