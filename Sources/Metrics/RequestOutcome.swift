package import Intuned

/// How a request ended, in a word for a label.
package enum RequestOutcome: String, CaseIterable, Hashable, Sendable {
    case ok
    case unauthorized
    case forbidden
    case notFound = "not_found"
    case rateLimited = "rate_limited"
    case refused
    case serverError = "server_error"
    case redirected
    case notReachable = "not_reachable"
    case notUnderstood = "not_understood"
    case canceled

    /// The outcome of a request that ended with this error.
    package init(_ error: IntunedError) {
        switch error {
        case .unauthorized: self = .unauthorized
        case .forbidden: self = .forbidden
        case .notFound: self = .notFound
        case .rateLimited: self = .rateLimited
        case .refused: self = .refused
        case .server: self = .serverError
        case .redirected: self = .redirected
        case .notReachable: self = .notReachable
        case .notUnderstood: self = .notUnderstood
        case .cancelled: self = .canceled
        }
    }
}
