/// The status of a single run; the platform writes these words in lower case.
public enum RunStatus: String, CaseIterable, Sendable {
    /// The run is waiting.
    case pending
    /// The run is running.
    case started
    /// The run succeeded.
    case completed
    /// The run was canceled.
    case canceled
    /// The run failed.
    case failed
}
