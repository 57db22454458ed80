/// The nine status words of a JobRun (API.md, 3.1).
enum StatusWord: String, CaseIterable, Sendable {
    case canceled = "CANCELED"
    case pending = "PENDING"
    case paused = "PAUSED"
    case pausing = "PAUSING"
    case resuming = "RESUMING"
    case success = "SUCCESS"
    case failure = "FAILURE"
    case terminated = "TERMINATED"
    case completed = "COMPLETED"

    /// Whether the run can no longer change (API.md, 6.1).
    var isFinal: Bool {
        switch self {
        case .canceled, .success, .failure, .terminated, .completed: true
        case .pending, .paused, .pausing, .resuming: false
        }
    }
}
