/// The outcome planned for a run.
enum Fate: Sendable, Equatable {
    /// All items run; the counts decide between SUCCESS and FAILURE.
    case runsOut
    /// As `runsOut`, but with the status COMPLETED.
    case completes
    /// The run never starts.
    case canceled(RunReason, error: RunError?)
    /// The run breaks on the platform when this share of the items is done.
    case breaks(at: Double, outOfCredits: Bool)
    /// The platform pauses the run and its job when this share of the items is done.
    case pauses(at: Double, RunReason)
    /// A user stops the run when this share of the items is done.
    case terminated(at: Double)
}
