package import FoundationEssentials
package import Insight
package import Intuned
import TextScreen

/// How urgently a job needs a person, most urgent first.
enum Attention: Int, Comparable {
    /// Somebody should do something: a severe verdict.
    case broken
    /// Something is not as usual: a lesser verdict, or a run that is held or whose items did not all end well.
    case troubled
    /// A run is active without failures.
    case running
    /// The latest run ended well.
    case healthy
    /// Nothing is known yet, or the job never ran.
    case unknown

    static func < (one: Attention, other: Attention) -> Bool { one.rawValue < other.rawValue }
}

/// A job with the known data of its runs.
package struct JobRow: Hashable, Sendable {
    package var job: JobListItem
    /// The runs, newest first; nil until they arrive.
    package var runs: [JobRun]?
    /// The failures of the latest requests for the runs.
    var failure: Polling.Failure?
    /// The index of the newest active run.
    private let activePlace: Int?
    /// Whether the list of jobs knows a later run than the list of runs; a small difference between the two times is ignored.
    let isBehind: Bool
    /// What is usual for the active run, else for the latest.
    package let usual: Usual?
    /// How fast the active run gets on; set for the rows on the screen when they are drawn.
    var progress: Progress?
    /// What is wrong with the job, worst first.
    package let verdicts: [Verdict]
    /// How much the job needs a person.
    let attention: Attention

    /// Judges the job, once for all who ask.
    init(job: JobListItem, runs: [JobRun]?, failure: Polling.Failure?, verdicts: [Verdict]) {
        (self.job, self.runs, self.failure, self.verdicts) = (job, runs, failure, verdicts)
        // Only the index is kept: runs are large, so copying one out of the list would be slow.
        activePlace = runs.flatMap { runs in runs.indices.first { runs[$0].isActive } }
        let active = activePlace.flatMap { runs?[$0] }
        let run = active ?? runs?.first
        usual = runs.flatMap { Usual(of: $0, like: run?.type, olderThan: active?.id) }
        attention = Attention(of: job, verdicts, newest: runs?.first, active: active)
        isBehind = job.isAhead(of: runs?.first)
    }

    /// Judges the job where no request for its runs has failed.
    package init(job: JobListItem, runs: [JobRun]?, verdicts: [Verdict]) {
        self.init(job: job, runs: runs, failure: nil, verdicts: verdicts)
    }

    /// Whether a run is active.
    var isActive: Bool { activePlace != nil }

    /// The newest active run.
    package var active: JobRun? { activePlace.flatMap { runs?[$0] } }

    /// The age of the answer in seconds, if it exceeds what polling promises; nil otherwise.
    var overdue: Double?

    /// Whether the data about the runs may be out of date.
    var isUnsure: Bool { failure != nil || overdue != nil }

    /// The role for text about the runs.
    func role(_ role: Role) -> Role { isUnsure ? .stale : role }

    /// When its latest run started, as far as the list of runs or the list of jobs knows.
    package var lastActivity: Date? { (runs?.first?.startTime ?? job.lastRunTime)?.date }
}

extension Attention {
    /// How much a job needs a person: Insight decides what is wrong, the latest run how the rest is ordered.
    init(of job: JobListItem, _ verdicts: [Verdict], newest: JobRun?, active: JobRun?) {
        switch verdicts.first?.severity {
        case .severe: self = .broken
        case .warning: self = .troubled
        case .notice, nil:
            self = (active ?? newest).map { job.state == .known(.paused) ? .troubled : Attention(of: $0) } ?? .unknown
        }
    }

    private init(of run: JobRun) {
        switch Standing(of: run) {
        case .partly, .held, .notStarted, .unknown, .failed, .waitsForPerson: self = .troubled
        case .moving where (run.failedRuns ?? 0) > 0: self = .troubled
        case .moving: self = .running
        case .well, .stopped: self = .healthy
        }
    }
}
