package import Intuned

/// When to ask for what: cadence, back-off and the allowance, decided without a clock of its own.
package struct Polling: Hashable, Sendable {
    /// The choices of `+` and `-`, in seconds.
    package static let intervals: [Double] = [1, 2, 3, 5, 10, 15, 30, 60]

    /// Seconds between two requests for an active run, unless somebody chooses others.
    package static let standardInterval = 3.0

    /// Seconds that no request takes while the machine is awake; the client gives one up long before.
    private static let longestRequest = 60.0

    /// What is known about the requests for one topic.
    package struct Track: Hashable, Sendable {
        /// When the last good answer came.
        package internal(set) var answered: Moment?
        /// When the last request began.
        var attempted: Moment?
        /// Whether a request is under way.
        package internal(set) var isInFlight = false
        /// The failures since the last good answer.
        package internal(set) var failure: Failure?
        /// Whether the user asked for it now, whatever the schedule says.
        var isForced = false
    }

    /// An unbroken row of failures.
    package struct Failure: Hashable, Sendable {
        /// The latest error.
        package var error: IntunedError
        /// When the first of them came.
        package var since: Moment
        /// How many.
        package var count: Int
        /// Seconds of uptime before which nobody tries again.
        package var notBefore: Double
        /// Whether it is a part of the outage, or was of one that is over; then the topic waits for that one and no longer.
        var isShared = false
    }

    /// Seconds between two requests for an active run on the screen.
    package var interval: Double
    /// Whether the user holds polling; what is opened is still loaded once.
    package var isPaused = false
    /// The allowance that all requests share.
    package private(set) var budget = RequestBudget()
    private var tracks: [Topic: Track] = [:]
    /// Failures that no topic escapes: the network, the key.
    ///
    /// One request at a time feels out whether they are over.
    private(set) var outage: Failure?
    /// When any topic was last answered well.
    private var answered: Moment?
    private let policy: RetryPolicy
    private var jitter: Jitter

    /// Creates a schedule on which nothing was asked yet.
    package init(interval: Double = standardInterval, policy: RetryPolicy = RetryPolicy(), seed: UInt64 = 1) {
        self.interval = interval
        self.policy = policy
        self.jitter = Jitter(state: seed)
    }

    /// A schedule of the same pace for another profile, on which nothing was asked yet.
    func another(_ number: Int) -> Polling {
        Polling(interval: interval, policy: policy, seed: jitter.state &+ UInt64(truncatingIfNeeded: number))
    }

    /// What is known about a topic's requests.
    package func track(_ topic: Topic) -> Track { tracks[topic] ?? Track() }

    /// Begins what is due, most urgent first, and forgets what no page is about any more.
    ///
    /// - Parameter kept: the topics that pages of the stack show, though they may not be asked for now.
    mutating func begin(_ wants: [Want], keeping kept: Set<Topic>, at now: Moment) -> [Topic] {
        forget(allBut: kept)
        var begun: [Topic] = []
        var underWay = tracks.values.count { $0.isInFlight }
        let wants = asksInTurn ? wants.sorted { lastAttempt($0) < lastAttempt($1) } : wants
        for want in wants where underWay < (outage == nil ? RequestBudget.atOnce : 1) {
            guard isDue(want, at: now) else { continue }
            tracks[want.topic, default: Track()].isInFlight = true
            tracks[want.topic, default: Track()].isForced = false
            tracks[want.topic, default: Track()].attempted = now
            budget.note(want.topic.path, isFocus: want.isFocus, at: now.uptime)
            underWay += 1
            begun.append(want.topic)
        }
        return begun
    }

    /// Whether the one request that feels out an outage goes to whoever was not asked for longest, instead of to the most urgent.
    ///
    /// The path that began it may be the only one that is limited or forbidden; of a network that is gone nobody is an exception.
    private var asksInTurn: Bool {
        guard let outage, outage.count.isMultiple(of: 2) else { return false }
        if case .notReachable = outage.error { return false }
        return true
    }

    private func lastAttempt(_ want: Want) -> Double { tracks[want.topic]?.attempted?.uptime ?? 0 }

    /// Whether the results of a run may be fetched now, for which the platform is asked as well.
    func allowsFetch(of key: RunKey, at now: Moment) -> Bool {
        budget.opens(for: Topic.run(key).path, isFocus: false, at: now.uptime) <= now.uptime
    }

    /// Counts a request that a fetch makes for the run.
    mutating func noteFetch(of key: RunKey, at now: Moment) {
        budget.note(Topic.run(key).path, isFocus: false, at: now.uptime)
    }

    /// Seconds of uptime at which the next of these is due; nil while nothing is, or too much is under way.
    package func nextDue(_ wants: [Want], at now: Moment) -> Double? {
        let underWay = tracks.values.count { $0.isInFlight }
        guard underWay < (outage == nil ? RequestBudget.atOnce : 1) else { return nil }
        var next: Double?
        // The allowance is looked at only for those that may come first.
        for want in wants {
            guard let wish = wish(for: want), wish < next ?? .infinity else { continue }
            next = min(next ?? .infinity, max(wish, opening(for: want, at: now)))
        }
        return next
    }

    private func isDue(_ want: Want, at now: Moment) -> Bool {
        guard let wish = wish(for: want), wish <= now.uptime else { return false }
        return opening(for: want, at: now) <= now.uptime
    }

    private func opening(for want: Want, at now: Moment) -> Double {
        budget.opens(for: want.topic.path, isFocus: want.isFocus, at: now.uptime)
    }

    /// Seconds of uptime at which this want is due; nil while a request for it is under way or none is needed.
    package func due(_ want: Want, at now: Moment) -> Double? {
        wish(for: want).map { max($0, opening(for: want, at: now)) }
    }

    /// Seconds of uptime at which a want would be due if the allowance had no end.
    private func wish(for want: Want) -> Double? {
        let track = track(want.topic)
        guard !track.isInFlight else { return nil }
        if track.isForced { return 0 }
        guard let attempted = track.attempted else { return outage?.notBefore ?? 0 }
        guard !isPaused else { return nil }
        let gate = outage?.notBefore ?? 0
        if let failure = track.failure { return failure.isShared ? gate : max(failure.notBefore, gate) }
        guard let cadence = want.cadence else { return nil }
        return max(attempted.uptime + cadence, gate)
    }

    /// Notes a good answer.
    ///
    /// One that took longer than any request may was given before the machine slept, so it is taken to be as old as its question.
    mutating func succeed(_ topic: Topic, at now: Moment) {
        outage = nil
        answered = now
        tracks[topic]?.isInFlight = false
        let attempted = tracks[topic]?.attempted ?? now
        tracks[topic]?.answered = attempted.seconds(until: now) > Self.longestRequest ? attempted : now
        tracks[topic]?.failure = nil
    }

    /// Notes a failure and puts the next attempt off.
    ///
    /// An error that everything would meet begins an outage, unless something else was answered since this topic began to fail: then it
    /// is this topic's own.
    mutating func fail(_ topic: Topic, _ error: IntunedError, at now: Moment) {
        tracks[topic]?.isInFlight = false
        let before = tracks[topic]?.failure
        var failure = next(after: before, error, at: now)
        if error.concernsEverything {
            let isOwn = answered.map { $0.uptime > failure.since.uptime } ?? false
            if outage != nil || !isOwn {
                // What was under way when the outage began met the same failure and is no further one.
                let attempted = tracks[topic]?.attempted?.uptime ?? .infinity
                let isKnown = outage.map { attempted <= $0.since.uptime } ?? false
                // An error of another kind may have ended the last outage, though nothing has been well since: that one goes on.
                outage = next(after: outage ?? before, error, at: now, isKnown: isKnown)
            }
            failure.isShared = !isOwn
            // Another topic may have met the outage before this one was asked.
            if failure.isShared, let outage, outage.since.uptime < failure.since.uptime { failure.since = outage.since }
        } else {
            outage = nil
        }
        tracks[topic]?.failure = failure
    }

    /// Makes topics due at once, as the user asked.
    mutating func force(_ topics: [Topic]) {
        for topic in topics { tracks[topic, default: Track()].isForced = true }
    }

    private mutating func next(
        after failure: Failure?, _ error: IntunedError, at now: Moment, isKnown: Bool = false
    ) -> Failure {
        let count = (failure?.count ?? 0) + (isKnown ? 0 : 1)
        let wait = policy.delay(afterFailures: count, error: error, jitter: jitter.next())
        return Failure(error: error, since: failure?.since ?? now, count: count, notBefore: now.uptime + wait)
    }

    /// A request under way keeps its track, since its answer will come and must not be mistaken for a second one.
    private mutating func forget(allBut kept: Set<Topic>) {
        let isKept = { (topic: Topic, track: Track) in kept.contains(topic) || track.isInFlight }
        if !tracks.allSatisfy(isKept) { tracks = tracks.filter(isKept) }
    }
}

/// A stream of numbers in 0..<1 that a test can repeat (SplitMix64, public domain, Sebastiano Vigna).
struct Jitter: Hashable, Sendable {
    var state: UInt64

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    }
}
