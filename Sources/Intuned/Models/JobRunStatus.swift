/// Where a JobRun stands.
///
/// There is no separate word for a run that works: `PENDING` covers waiting and working. `FAILED`, `CANCELLED` and `RUNNING` are
/// words of older versions of the platform.
public enum JobRunStatus: String, CaseIterable, Sendable {
    /// It could not start, or something it depends on failed.
    case canceled = "CANCELED"
    /// It waits or works.
    case pending = "PENDING"
    /// It stands still until somebody resumes its job.
    case paused = "PAUSED"
    /// Its items under way come to their end; no others start.
    case pausing = "PAUSING"
    /// It is about to go on.
    case resuming = "RESUMING"
    /// It ended well; single items may have failed.
    case success = "SUCCESS"
    /// It ended badly.
    case failure = "FAILURE"
    /// A user stopped it.
    case terminated = "TERMINATED"
    /// It ended.
    case completed = "COMPLETED"
    /// The older word for `FAILURE`.
    case failed = "FAILED"
    /// Another spelling of `CANCELED`.
    case cancelled = "CANCELLED"
    /// Another word for `PENDING`.
    case running = "RUNNING"

    /// Whether the run may still change.
    public var isActive: Bool {
        switch self {
        case .pending, .paused, .pausing, .resuming, .running: true
        case .canceled, .success, .failure, .terminated, .completed, .failed, .cancelled: false
        }
    }
}
