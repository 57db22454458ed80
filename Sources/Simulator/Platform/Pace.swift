/// The simulator's speed: how much time of the platform passes in one second of the clock.
struct Pace: Sendable {
    var speed: Double

    /// The duration of this many seconds of the platform by the clock; at least a millisecond.
    func span(_ seconds: Double) -> Duration {
        .milliseconds(max(1, Int64(seconds * 1000 / speed)))
    }
}
