package import Intuned

/// What is usual for a job, from its own ended runs.
package struct Usual: Hashable, Sendable {
    /// How many runs it stands on.
    package var runs: Int
    /// Seconds that a run takes.
    package var duration: Spread
    /// Items of a run.
    package var payloads: Spread
    /// The part of the items that fails, 0 to 1.
    package var failureShare: Spread

    /// Runs below which nothing is said to be usual.
    package static let least = 5
    /// Runs that are looked at, the newest.
    package static let most = 50

    /// Creates what is usual from known values.
    package init(runs: Int, duration: Spread, payloads: Spread, failureShare: Spread) {
        (self.runs, self.duration, self.payloads, self.failureShare) = (runs, duration, payloads, failureShare)
    }

    /// Measures the runs of a job that were started in the same way and worked through their items; nil when they are too few.
    ///
    /// - Parameters:
    ///   - runs: newest first.
    ///   - type: what started the run that is compared: scheduled runs are compared with scheduled ones.
    ///   - id: the run that is compared, which does not count itself; runs that are newer than it do not count either.
    package init?(of runs: some Sequence<JobRun>, like type: Open<JobRunType>?, olderThan id: String? = nil) {
        var earlier: [JobRun] = []
        var isOlder = id == nil
        for run in runs {
            if isOlder, run.isComparable, run.type == type, run.seconds != nil { earlier.append(run) }
            if run.id == id { isOlder = true }
            if earlier.count == Self.most { break }
        }
        guard earlier.count >= Self.least, let duration = Spread(of: earlier.compactMap(\.seconds)),
            let payloads = Spread(of: earlier.map { Double(max($0.payloads ?? 0, $0.done)) }),
            let failureShare = Spread(of: earlier.map { $0.failureShare ?? 0 })
        else { return nil }
        self.init(runs: earlier.count, duration: duration, payloads: payloads, failureShare: failureShare)
    }
}
