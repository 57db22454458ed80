/// What becomes of a run.
enum Fate: Sendable, Equatable {
    /// All items are tried; the counts decide between SUCCESS and FAILURE.
    case runsOut
    /// As `runsOut`, but the end is called COMPLETED.
    case completes
    /// Never starts.
    case canceled(RunReason, error: RunError?)
    /// The platform breaks it when this share of the items is done.
    case breaks(at: Double, outOfCredits: Bool)
    /// The platform pauses it, and its job, when this share of the items is done.
    case pauses(at: Double, RunReason)
    /// A user stops it when this share of the items is done.
    case terminated(at: Double)
}
