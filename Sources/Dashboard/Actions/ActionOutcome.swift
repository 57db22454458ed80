package import Intuned

/// How an action ended.
package enum ActionOutcome: Hashable, Sendable {
    /// The platform accepted it and shows its effect, this many seconds after it was sent.
    case shown(after: Double, newRun: String?)
    /// The platform accepted it, but did not show its effect for this many seconds.
    case notShown(for: Double, newRun: String?)
    /// The platform refused it.
    case refused(IntunedError)
    /// Nothing was sent; without an error because another action failed before it.
    case notSent(IntunedError?)
    /// It was sent and the answer was lost; what the platform showed then.
    case lost(IntunedError, ActionEvidence)

    /// Whether a person should know of it.
    var isTrouble: Bool {
        switch self {
        case .shown: false
        case .notShown, .refused, .notSent, .lost: true
        }
    }
}

/// The platform's answer to an action.
package struct ActionAnswer: Hashable, Sendable {
    /// The id of the run that was started.
    package var newRun: String?
    /// The platform's words.
    package var message: String?

    /// Creates an answer.
    package init(newRun: String? = nil, message: String? = nil) {
        (self.newRun, self.message) = (newRun, message)
    }
}
