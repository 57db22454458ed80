package import FoundationEssentials
import Intuned

/// One line of the file of actions: what was asked of the platform, and what came of it; it cannot hold a secret.
package struct ActionRecord: Hashable, Sendable, Encodable {
    /// The ends of an action that are told apart.
    package enum Outcome: String, Hashable, Sendable, Encodable {
        /// The platform accepted it.
        case accepted
        /// The platform refused it.
        case refused
        /// Nothing was sent.
        case notSent = "not-sent"
        /// It was sent, and the answer was lost.
        case lost
        /// jobtop quit before it knew more.
        case unknown
    }

    /// What asked for the action.
    package enum Source: String, Hashable, Sendable, Encodable { case dashboard, command }

    /// When the action was confirmed, in UTC.
    package var time: String
    /// What asked for it.
    package var source: Source
    /// The kind of action.
    package var action: String
    /// The host of the API.
    package var host: String
    /// The project's name.
    package var project: String
    /// The job's id.
    package var job: String
    /// The run's id.
    package var run: String?
    /// The status as the user saw it.
    package var seen: String?
    /// How it ended.
    package var outcome: Outcome
    /// Seconds from the request to its end.
    package var seconds: Double?
    /// The run that a trigger started.
    package var newRun: String?
    /// The error in a word or two.
    package var error: String?
    /// The id of the error that support asks for.
    package var correlationId: String?
    /// After a lost answer: the status that the platform showed.
    package var foundStatus: String?
    /// After a lost answer: the runs that the platform showed and that were not there before.
    package var foundRuns: [String]?

    /// Describes an action of the dashboard.
    package init(_ deed: ActionDeed, host: String) {
        let seconds = deed.sent.flatMap { sent in deed.answered.map { sent.seconds(until: $0) } }
        self.init(deed.action, at: deed.confirmed.wall, source: .dashboard, host: host, seconds: seconds)
        switch deed.phase {
        case .waiting: outcome = .notSent
        case .sending: outcome = .unknown
        case .accepted(let answer): (outcome, newRun) = (.accepted, answer.newRun)
        case .sought(let error): note(.lost(error, .unseen))
        case .ended(let end): note(end)
        }
    }

    /// Describes an action whose outcome is not known yet.
    package init(_ action: Action, at time: Date, source: Source, host: String, seconds: Double?) {
        self.time = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        (self.source, self.action, self.host) = (source, action.kind.rawValue, host)
        (project, job, run) = (action.target.project, action.target.job, action.target.run)
        seen = action.target.seen.word
        outcome = .unknown
        self.seconds = seconds.map { ($0 * 1000).rounded() / 1000 }
    }

    /// Notes how the action ended.
    package mutating func note(_ end: ActionOutcome) {
        switch end {
        case .shown(_, let newRun), .notShown(_, let newRun): (outcome, self.newRun) = (.accepted, newRun)
        case .refused(let error): note(.refused, error)
        case .notSent(let error): note(.notSent, error)
        case .lost(let error, let evidence):
            note(.lost, error)
            switch evidence {
            case .unseen, .nothing: break
            case .status(let word): foundStatus = word.isEmpty ? nil : word
            case .runs(let runs): foundRuns = runs.map(\.id)
            }
        }
    }

    private mutating func note(_ outcome: Outcome, _ error: IntunedError?) {
        (self.outcome, self.error) = (outcome, error.map(Wording.headline))
        correlationId = error?.complaint?.correlationID
    }
}
