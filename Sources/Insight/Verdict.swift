package import FoundationEssentials
package import Intuned

/// How much something needs a person, least first.
package enum Severity: Int, Comparable, Hashable, Sendable, CaseIterable {
    /// Worth knowing.
    case notice
    /// It works, though not as usual.
    case warning
    /// Somebody should do something.
    case severe

    package static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }
}

/// A judgement about a job with its evidence.
package struct Verdict: Hashable, Sendable {
    /// What is wrong, with the facts that show it.
    package enum Kind: Hashable, Sendable {
        /// The latest ended runs failed, so many in a row.
        case failed(inARow: Int, share: Double?)
        /// The runs fail since their configuration changed in these fields.
        case failingSinceChange(inARow: Int, paths: [String])
        /// The latest runs could not start, so many in a row.
        case didNotStart(RunReasonType?, inARow: Int)
        /// The run waits for a person.
        case waitsForPerson(RunReasonType?)
        /// More items failed than usual: the part that failed and the usual range.
        case moreFailures(failed: Int, share: Double, usual: Spread)
        /// The run succeeded without items.
        case succeededWithNothing(usual: Spread)
        /// The run had far fewer items than usual.
        case farFewerItems(items: Int, usual: Spread)
        /// The run takes longer than usual: its seconds, and the usual ones.
        case slow(seconds: Double, usual: Spread)
        /// No count of the active run has moved for so many seconds.
        case stuck(seconds: Double)
        /// A person paused the job or its run, so many seconds ago.
        case pausedForLong(seconds: Double)
        /// A run was due and did not start, so many seconds ago.
        case missed(seconds: Double)
        /// A run is due for so many seconds.
        case late(seconds: Double)
        /// A job without a schedule was started regularly until so many seconds ago, and is not any more.
        case overdue(seconds: Double, usual: Spread)
        /// So many runs are active at once.
        case overlaps(runs: Int)
        /// Good and bad runs alternate: so many changes in so many runs.
        case flapping(changes: Int, runs: Int)
        /// Rows of the job's runs cannot be read.
        case unreadable(rows: Int)
    }

    /// The job that it is about.
    package var job: String
    /// The run that shows it; nil when no run does.
    package var run: String?
    /// What is wrong.
    package var kind: Kind
    /// How much it needs a person.
    package var severity: Severity
    /// Since when it is so, by the platform's clock; nil when that is unknown.
    package var since: Date?
    /// Whether it was not so for the run before.
    package var isNew: Bool
    /// Runs on which the usual stands that it is compared with; nil when it is compared with nothing.
    package var basis: Int?

    /// Creates a verdict.
    package init(
        job: String, run: String? = nil, _ kind: Kind, _ severity: Severity, since: Date?, isNew: Bool, basis: Int? = nil
    ) {
        (self.job, self.run, self.kind, self.severity) = (job, run, kind, severity)
        (self.since, self.isNew, self.basis) = (since, isNew, basis)
    }

    /// Whether it needs somebody, so that it is listed as a problem.
    package var isProblem: Bool { severity > .notice }

    /// What tells it from others while its figures change: a verdict with the same identity is the same problem.
    package var identity: Identity { Identity(job: job, name: kind.name) }

    /// Which problem of which job.
    package struct Identity: Hashable, Sendable {
        /// The job.
        package var job: String
        /// The kind without its figures.
        package var name: String
    }
}

extension Verdict.Kind {
    /// The kind without its figures, for comparisons and for programs.
    package var name: String {
        switch self {
        case .failed: "failed"
        case .failingSinceChange: "failing-since-change"
        case .didNotStart(let reason, _): "did-not-start:\(reason?.rawValue ?? "unknown")"
        case .waitsForPerson(let reason): "waits-for-person:\(reason?.rawValue ?? "unknown")"
        case .moreFailures: "more-failures"
        case .succeededWithNothing: "succeeded-with-nothing"
        case .farFewerItems: "far-fewer-items"
        case .slow: "slow"
        case .stuck: "stuck"
        case .pausedForLong: "paused-for-long"
        case .missed: "missed"
        case .late: "late"
        case .overdue: "overdue"
        case .overlaps: "overlaps"
        case .flapping: "flapping"
        case .unreadable: "unreadable"
        }
    }
}
