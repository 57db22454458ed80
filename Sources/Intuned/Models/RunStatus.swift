/// Where a single run stands; the words are in lower case here.
public enum RunStatus: String, CaseIterable, Sendable {
    /// It waits.
    case pending
    /// It works.
    case started
    /// It ended well.
    case completed
    /// It was called off.
    case canceled
    /// It ended badly.
    case failed
}
