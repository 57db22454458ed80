/// The status of a JobRun.
///
/// There is no separate word for a running run: `PENDING` covers waiting and running. `FAILED`, `CANCELLED` and `RUNNING` are
/// words of older versions of the platform.
public enum JobRunStatus: String, CaseIterable, Sendable {
    /// The run could not start, or a dependency failed.
    case canceled = "CANCELED"
    /// The run is waiting or running.
    case pending = "PENDING"
    /// The run is paused until someone resumes its job.
    case paused = "PAUSED"
    /// The run finishes its running items and starts no others.
    case pausing = "PAUSING"
    /// The run is about to resume.
    case resuming = "RESUMING"
    /// The run succeeded; single items may have failed.
    case success = "SUCCESS"
    /// The run failed.
    case failure = "FAILURE"
    /// A user stopped the run.
    case terminated = "TERMINATED"
    /// The run ended.
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
