/// The state of a job when the simulator starts.
enum Opening: Sendable {
    case idle
    case queued(seconds: Double)
    case working(progress: Double)
    case pausing(progress: Double, seconds: Double)
    case paused(progress: Double, RunReason)
    case resuming(progress: Double, seconds: Double)
    /// No run is active, and the job is paused with this message.
    case switchedOff(String)
}
