/// The state of a job when the simulator starts.
enum Opening: Sendable {
    case idle
    /// A run at work, whose items do not end any more since so many seconds.
    case stuck(progress: Double, seconds: Double)
    /// Two runs at work; the first one is the older.
    case overlapping(progress: Double, Double)
    case queued(seconds: Double)
    case working(progress: Double)
    case pausing(progress: Double, seconds: Double)
    case paused(progress: Double, RunReason)
    case resuming(progress: Double, seconds: Double)
    /// No run is active, and the job is paused with this message since so many seconds.
    case switchedOff(String, seconds: Double = 9000)
}
