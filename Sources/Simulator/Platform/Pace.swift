/// The simulator's speed: how much time of the platform passes in one second of the clock.
struct Pace: Sendable {
    var speed: Double

    /// How long so many seconds of the platform take by the clock; at least a millisecond.
    func span(_ seconds: Double) -> Duration {
        .milliseconds(max(1, Int64(seconds * 1000 / speed)))
    }
}
