import Dashboard
import Intuned

/// What came of an action, as the commands for actions print it.
struct ActedRecord: KnownRow {
    /// The ends that are no failure.
    enum Outcome: String, CaseIterable, Sendable {
        /// The platform accepted it.
        case accepted
        /// There was nothing to do: the run is over, or the job is paused or active already.
        case unneeded
    }

    let action: Action.Kind
    let target: ActionTarget
    let outcome: Outcome
    let newRun: String?
    let message: String?
    let known: KnownTime

    init(_ action: Action.Kind, _ view: ActionView, outcome: Outcome, newRun: String? = nil, message: String? = nil) {
        (self.action, target, known) = (action, view.target, view.known)
        (self.outcome, self.newRun, self.message) = (outcome, newRun, message)
    }

    static let kind = RecordKind<ActedRecord>(
        known: "action", "actions",
        [
            OutputField("action", .text, "What was asked: trigger, terminate, pause or resume.") { .string($0.action.rawValue) },
            OutputField("job", .id, "The id of the job.") { .string($0.target.job) },
            OutputField("run", .id, "The id of the run; null for an action on a job.") { .text($0.target.run) },
            OutputField("seen", .text, "The status just before, in the platform's word.") { .text($0.target.seen.word) },
            OutputField(
                "outcome", .text, "accepted: the platform accepted it. unneeded: there was nothing to do, and nothing was sent."
            ) { .string($0.outcome.rawValue) },
            OutputField("newRun", .id, "The id of the run that a trigger started.") { .text($0.newRun) },
            OutputField("message", .text, "The platform's words.") { .text($0.message) },
        ],
        columns: ["outcome", "job", "run", "newRun", "seen"])
}
