extension IntunedError {
    /// Whether a retry of the call may succeed soon.
    package var mayPass: Bool {
        switch self {
        case .rateLimited, .server, .notReachable: true
        case .unauthorized, .forbidden, .notFound, .refused, .redirected, .notUnderstood, .cancelled: false
        }
    }

    /// Whether every other request would meet the same error now.
    package var concernsEverything: Bool {
        switch self {
        case .unauthorized, .forbidden, .notReachable, .rateLimited, .redirected: true
        case .notFound(let subject, _): if case .project = subject { true } else { false }
        case .notUnderstood(let what): what == .notHTTP
        case .refused, .server, .cancelled: false
        }
    }

    /// Whether the request for another run would meet the same error now.
    ///
    /// A platform that refuses or fails for one run will most likely do so for the next run; that alone is not an outage.
    package var concernsEveryRun: Bool {
        switch self {
        case .refused, .server, .cancelled: true
        case .unauthorized, .forbidden, .notFound, .rateLimited, .redirected, .notReachable, .notUnderstood: concernsEverything
        }
    }
}

extension HTTPTransportError {
    /// Whether a retry of the request may succeed soon.
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
