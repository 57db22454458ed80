/// The kinds of reasons for which a job is paused.
public enum JobReasonType: String, CaseIterable, Sendable {
    /// A person or the platform paused it.
    case paused
    /// It was stopped.
    case terminated
}
