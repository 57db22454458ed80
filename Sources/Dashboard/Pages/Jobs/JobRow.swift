import FoundationEssentials
import Intuned
import TextScreen

/// How urgently a job needs a person, most urgent first.
enum Attention: Int, Comparable {
    /// The latest run failed, or a person must act: on a run, or on a job whose runs cannot start.
    case broken
    /// The job works only in part.
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
struct JobRow: Hashable, Sendable {
    var job: JobListItem
    /// The runs, newest first; nil until they arrive.
    var runs: [JobRun]?
    /// The failures of the latest requests for the runs.
    var failure: Polling.Failure?
    /// The index of the newest active run.
    private let activePlace: Int?
    /// Whether the list of jobs knows a later run than the list of runs; a small difference between the two times is ignored.
    let isBehind: Bool
    /// How urgently the job needs a person.
    let attention: Attention

    /// Creates the row and judges the job once.
    init(job: JobListItem, runs: [JobRun]?, failure: Polling.Failure?) {
        (self.job, self.runs, self.failure) = (job, runs, failure)
        // Only the index is kept: runs are large, so copying one out of the list would be slow.
        activePlace = runs.flatMap { runs in runs.indices.first { runs[$0].isActive } }
        let active = activePlace.flatMap { runs?[$0] }
        attention = Attention(of: job, newest: runs?.first, active: active)
        let newest = runs?.first?.startTime?.date
        isBehind = newest.map { newest in job.lastRunTime?.date.map { $0.timeIntervalSince(newest) > 5 } ?? false } ?? false
    }

    /// Whether a run is active.
    var isActive: Bool { activePlace != nil }

    /// The newest active run.
    var active: JobRun? { activePlace.flatMap { runs?[$0] } }

    /// The age of the answer in seconds, if it exceeds what polling promises; nil otherwise.
    var overdue: Double?

    /// Whether the data about the runs may be out of date.
    var isUnsure: Bool { failure != nil || overdue != nil }

    /// The role for text about the runs.
    func role(_ role: Role) -> Role { isUnsure ? .stale : role }

    var lastActivity: Date? { (runs?.first?.startTime ?? job.lastRunTime)?.date }
}

extension Attention {
    /// Judges a job.
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

    /// Judges a single run.
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
    /// Whether the job's next run will end in the same way unless a person acts first (API.md section 7).
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
