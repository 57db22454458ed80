/// Somebody who pauses a job now and then, and resumes it.
struct OperatorHabit: Sendable {
    var pausesAfterSeconds: ClosedRange<Double>
    var resumesAfterSeconds: ClosedRange<Double>
}
