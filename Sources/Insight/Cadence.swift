import FoundationEssentials
package import Intuned

/// How often a job without a schedule is started, learned from its runs: somebody's program may start it by a clock of its own.
package struct Cadence: Hashable, Sendable {
    /// Seconds between one start and the next.
    package var interval: Spread
    /// How many runs it stands on.
    package var runs: Int

    /// The part of the middle by which nearly all intervals may differ from it.
    private static let tolerance = 0.25

    /// Creates a cadence of known values.
    package init(interval: Spread, runs: Int) {
        (self.interval, self.runs) = (interval, runs)
    }

    /// Measures the starts of runs; nil when they are too few, or when they came as it pleased a person.
    ///
    /// - Parameter runs: newest first; the newest 50 count.
    package init?(of runs: some Sequence<JobRun>) {
        let starts = runs.lazy.compactMap(\.begun).prefix(Usual.most)
        let gaps = zip(starts, starts.dropFirst()).map { $0.timeIntervalSince($1) }
        guard gaps.count >= Usual.least, let interval = Spread(of: gaps), interval.median > 0,
            interval.low >= interval.median * (1 - Self.tolerance), interval.high <= interval.median * (1 + Self.tolerance)
        else { return nil }
        self.init(interval: interval, runs: gaps.count + 1)
    }
}
