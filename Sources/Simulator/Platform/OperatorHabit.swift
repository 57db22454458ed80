/// A person who pauses and resumes a job from time to time.
struct OperatorHabit: Sendable {
    var pausesAfterSeconds: ClosedRange<Double>
    var resumesAfterSeconds: ClosedRange<Double>
}
