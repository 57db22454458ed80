/// How many seconds are left, and by how many the figure may be wrong.
struct Estimate {
    private var seconds: Double
    private var deviation: Double
    /// Further seconds that it may take, because the last items of a run come more slowly.
    private var tail = 0.0

    /// Measures by rates, of which none may be right; nil without one.
    ///
    /// - Parameters:
    ///   - seconds: what is left by each rate.
    ///   - way: the part of the items that have ended.
    ///   - elapsed: seconds since the start.
    init?(_ seconds: [Double], way: Double, elapsed: Double) {
        guard let shortest = seconds.min(), let longest = seconds.max() else { return nil }
        self.seconds = (shortest + longest) / 2
        // Rates change most while few items have ended.
        deviation = (longest - shortest) / 2 + self.seconds * (0.12 + 0.4 * (1 - way) * (1 - way))
        // Fewer items are left to work in parallel, and those that are tried again come last.
        tail = self.seconds * 0.15 + elapsed * 0.02
    }

    /// Measures by the usual duration; nil when that is over.
    init?(_ usual: Usual, payloads: Int, elapsed: Double) {
        // Where the number of items is another than usual, so is the time.
        let size = usual.payloads.median > 0 ? Double(payloads) / usual.payloads.median : 1
        seconds = usual.duration.median * size - elapsed
        deviation = max(usual.duration.high - usual.duration.low, usual.duration.median * 0.1) / 2 * size
        guard seconds + deviation > 0 else { return nil }
    }

    private init(seconds: Double, deviation: Double, tail: Double) {
        (self.seconds, self.deviation, self.tail) = (seconds, deviation, tail)
    }

    /// Both estimates, each by its precision; where they contradict each other, the figure may be wrong by more.
    func joined(with other: Estimate) -> Estimate {
        let (mine, others) = (1 / (deviation * deviation + 1), 1 / (other.deviation * other.deviation + 1))
        let share = mine / (mine + others)
        let distance = abs(seconds - other.seconds)
        return Estimate(
            seconds: seconds * share + other.seconds * (1 - share),
            deviation: 1 / (mine + others).squareRoot() + distance * 0.4, tail: tail * share + other.tail * (1 - share))
    }

    /// The range in which the truth lies in most cases.
    var range: ClosedRange<Double> {
        let lower = max(0, seconds - deviation)
        return lower...max(lower, seconds + deviation + tail)
    }
}
