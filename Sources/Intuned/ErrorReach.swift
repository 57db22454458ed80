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

extension IntunedError {
    /// What an error says about an action that was to be sent once.
    package enum Fate: Hashable, Sendable {
        /// Nothing reached the platform.
        case notSent
        /// The platform answered, and refused.
        case refused
        /// The platform may have carried it out.
        case unclear
    }

    /// What became of an action whose request ended with this error.
    package var fateOfAction: Fate {
        switch self {
        case .unauthorized, .forbidden, .notFound, .rateLimited, .refused, .redirected: .refused
        case .server, .notUnderstood, .cancelled: .unclear
        case .notReachable(let cause): cause.isBeforeSending ? .notSent : .unclear
        }
    }

    /// The platform's explanation, if it gave one.
    package var complaint: Complaint? {
        switch self {
        case .unauthorized(let complaint), .forbidden(let complaint), .notFound(_, let complaint), .rateLimited(_, let complaint),
            .refused(_, let complaint), .server(_, let complaint):
            complaint
        case .redirected, .notReachable, .notUnderstood, .cancelled: nil
        }
    }
}

extension HTTPTransportError {
    /// Whether the error surely came before any of the request was sent.
    package var isBeforeSending: Bool {
        switch self {
        case .unresolvedHost, .refused, .unreachable, .refusedByProxy, .invalidURL, .unencrypted: true
        case .timedOut(_, .address), .timedOut(_, .connection): true
        case .connectionLost(.closed(.request)), .connectionLost(.reset(.request)), .connectionLost(.duringHandshake): true
        case .other(.invalidProxy), .other(.invalidMethod), .other(.invalidHeaderName), .other(.invalidHeaderValue),
            .other(.noThread):
            true
        // A library's own words tell nothing about the time.
        case .tls(_, .library): false
        case .tls: true
        case .timedOut(_, .answer), .connectionLost, .tooLarge, .notHTTP, .stopped, .cancelled, .other: false
        }
    }

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
