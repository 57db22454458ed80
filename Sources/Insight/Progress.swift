package import FoundationEssentials
package import Intuned

/// How fast an active run gets on and when it will end.
package struct Progress: Hashable, Sendable {
    /// Items a minute over the last minutes; nil while too little was seen.
    package var recentRate: Double?
    /// Items a minute since the start; nil while no item has ended.
    package var rate: Double?
    /// Items that have not ended; nil when it is unknown how many there are.
    package var left: Int?
    /// When the run ends: the earliest and the latest time; nil when that cannot be said.
    package var end: ClosedRange<Date>?
    /// Whether the run was seen to get more items; then no end is promised.
    package var isGrowing: Bool
    /// The part of the ended items that failed, 0 to 1; nil while none has ended.
    package var failureShare: Double?
    /// Whether a larger part of the items fails now than before.
    package var isFailingMore: Bool

    /// Seconds of observations that count as recent.
    package static let recent = 300.0
    /// Seconds that observations must span before they give a rate.
    private static let leastSpan = 10.0

    /// Measures an active run; nil when it has ended or its start is unknown.
    ///
    /// - Parameters:
    ///   - observations: of this run, oldest first.
    ///   - known: the time of the answer that brought the run, by the platform's clock.
    package init?(of run: JobRun, _ observations: [Observation], usual: Usual?, known: Date) {
        guard run.isActive, let start = run.startTime?.date, known >= start else { return nil }
        let elapsed = known.timeIntervalSince(start)
        let window = Self.window(observations, known: known)
        left = run.left
        failureShare = run.failureShare
        isGrowing = zip(observations, observations.dropFirst()).contains { ($0.payloads ?? 0) < ($1.payloads ?? 0) }
        rate = run.done > 0 && elapsed > 0 ? Double(run.done) / elapsed * 60 : nil
        recentRate = window.map { Double($0.items) / $0.seconds * 60 }
        isFailingMore =
            window.map { window in
                let before = run.done - window.items
                guard window.items >= 10, before >= 10 else { return false }
                let (now, then) = (
                    Double(window.failed) / Double(window.items), Double(run.failed - window.failed) / Double(before)
                )
                return now > then * 1.5 + 0.02
            } ?? false
        end = Self.end(
            run, rates: [recentRate, rate].compactMap { $0 }, usual: usual, elapsed: elapsed, known: known, isGrowing: isGrowing)
    }

    /// Items that ended, and failed, over the recent observations, and the seconds between them.
    private static func window(_ observations: [Observation], known: Date) -> (items: Int, failed: Int, seconds: Double)? {
        let recent = observations.filter { known.timeIntervalSince($0.time) <= Self.recent }
        guard let first = recent.first, let last = recent.last else { return nil }
        let seconds = last.time.timeIntervalSince(first.time)
        guard seconds >= leastSpan, last.done >= first.done else { return nil }
        return (last.done - first.done, max(0, last.failed - first.failed), seconds)
    }

    /// The end by the rates and by the usual duration, each as far as it can be trusted.
    private static func end(
        _ run: JobRun, rates: [Double], usual: Usual?, elapsed: Double, known: Date, isGrowing: Bool
    ) -> ClosedRange<Date>? {
        guard !isGrowing, let left = run.left, let payloads = run.payloads, payloads > 0, isWorking(run) else { return nil }
        if left == 0 { return known...known.addingTimeInterval(max(5, elapsed * 0.05)) }
        let way = Double(run.done) / Double(payloads)
        let byRate = Estimate(rates.filter { $0 > 0 }.map { Double(left) / $0 * 60 }, way: way, elapsed: elapsed)
        let byUsual = usual.flatMap { Estimate($0, payloads: payloads, elapsed: elapsed) }
        let seconds: ClosedRange<Double>
        switch (byRate, byUsual) {
        case (let rate?, let usual?): seconds = rate.joined(with: usual).range
        case (let only?, nil), (nil, let only?): seconds = only.range
        case (nil, nil): return nil
        }
        return known.addingTimeInterval(seconds.lowerBound)...known.addingTimeInterval(seconds.upperBound + 10)
    }

    private static func isWorking(_ run: JobRun) -> Bool {
        switch run.status {
        case .known(.pending), .known(.running), .known(.resuming): true
        case .known, .unrecognized: false
        }
    }
}
