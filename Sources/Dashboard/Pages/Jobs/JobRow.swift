import FoundationEssentials
import Intuned
import TextScreen

/// How much a job needs a person, most first.
enum Attention: Int, Comparable {
    /// The latest run failed, or something waits for a person: a run, or the job, none of whose runs can start.
    case broken
    /// It works, though not all of it.
    case troubled
    /// A run is under way and well.
    case running
    /// The latest run ended well.
    case healthy
    /// Nobody knows yet, or nothing ever ran.
    case unknown

    static func < (one: Attention, other: Attention) -> Bool { one.rawValue < other.rawValue }
}

/// A job beside what is known of its runs.
struct JobRow: Hashable, Sendable {
    var job: JobListItem
    /// Newest first; nil until they came.
    var runs: [JobRun]?
    /// The latest requests for the runs, if they failed.
    var failure: Polling.Failure?
    /// Where the newest run is that is not over.
    private let activePlace: Int?
    /// Whether the list of jobs knows of a later run than the list of runs; the two clocks may differ by a little.
    let isBehind: Bool
    /// How much the job needs a person.
    let attention: Attention

    /// Judges the job, once for all who ask.
    init(job: JobListItem, runs: [JobRun]?, failure: Polling.Failure?) {
        (self.job, self.runs, self.failure) = (job, runs, failure)
        // Runs are large, so none is taken out of the list to be looked at.
        activePlace = runs.flatMap { runs in runs.indices.first { runs[$0].isActive } }
        let active = activePlace.flatMap { runs?[$0] }
        attention = Attention(of: job, newest: runs?.first, active: active)
        let newest = runs?.first?.startTime?.date
        isBehind = newest.map { newest in job.lastRunTime?.date.map { $0.timeIntervalSince(newest) > 5 } ?? false } ?? false
    }

    /// Whether a run is not over.
    var isActive: Bool { activePlace != nil }

    /// The newest run that is not over.
    var active: JobRun? { activePlace.flatMap { runs?[$0] } }

    /// Seconds that the answer is old, when that is more than polling promises; nil while it is as young as it should be.
    var overdue: Double?

    /// Whether what is known of the runs may be old.
    var isUnsure: Bool { failure != nil || overdue != nil }

    /// The role of what is said of the runs.
    func role(_ role: Role) -> Role { isUnsure ? .stale : role }

    var lastActivity: Date? { (runs?.first?.startTime ?? job.lastRunTime)?.date }
}

extension Attention {
    /// How much a job needs a person.
    init(of job: JobListItem, newest: JobRun?, active: JobRun?) {
        let isPaused = job.state == .known(.paused)
        if isPaused, job.reason?.type == .known(.terminated) {
            self = .broken
        } else if let newest {
            let worst = min(Attention(of: newest), active.map(Attention.init(of:)) ?? .unknown)
            self = isPaused ? min(worst, .troubled) : worst
        } else {
            self = .unknown
        }
    }

    /// How much this one run needs a person.
    init(of run: JobRun) {
        switch Standing(of: run) {
        case .failed, .waitsForPerson: self = .broken
        case .notStarted where run.reason?.meetsTheNextRun == true: self = .broken
        case .partly, .held, .notStarted, .unknown: self = .troubled
        case .moving where (run.failedRuns ?? 0) > 0: self = .troubled
        case .moving: self = .running
        case .well, .stopped: self = .healthy
        }
    }
}

extension RunReason {
    /// Whether the job's next run ends in the same way, unless a person does something first (API.md section 7).
    fileprivate var meetsTheNextRun: Bool {
        guard case .known(let type)? = type else { return false }
        return switch type {
        case .authSessionNotFound, .authSessionValidateDependencyFailed, .authSessionInvalidMidJob,
            .insufficientResourceCredits, .s3SinkError:
            true
        case .authSessionLocked, .anotherJobRunActive, .terminated, .userRequest: false
        }
    }
}
