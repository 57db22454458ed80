package import Intuned

/// Decides when to request which topic: cadence, back-off and budget, without its own clock.
package struct Polling: Hashable, Sendable {
    /// The intervals that `+` and `-` choose from, in seconds.
    package static let intervals: [Double] = [1, 2, 3, 5, 10, 15, 30, 60]

    /// The default interval between two requests for an active run, in seconds.
    package static let standardInterval = 3.0

    /// Seconds that a regular request may be early, so that it is sent when the clock on the screen wakes the program anyway.
    private static let mayBeEarly = 0.05

    /// Seconds that no request takes while the machine is awake; the client times out long before.
    private static let longestRequest = 60.0

    /// What is known about the requests for one topic.
    package struct Track: Hashable, Sendable {
        /// When the last good answer arrived.
        package internal(set) var answered: Moment?
        /// When the last request was sent.
        var attempted: Moment?
        /// Whether a request is running.
        package internal(set) var isInFlight = false
        /// Whether the running request is one in the background, which does not hold up the probe of an outage.
        var isBackground = false
        /// The failures since the last good answer.
        package internal(set) var failure: Failure?
        /// Whether the user requested the topic now, regardless of the schedule.
        var isForced = false
    }

    /// A series of failures without a good answer in between.
    package struct Failure: Hashable, Sendable {
        /// The latest error.
        package var error: IntunedError
        /// When the first failure of the series occurred.
        package var since: Moment
        /// The number of failures.
        package var count: Int
        /// The uptime in seconds of the earliest retry.
        package var notBefore: Double
        /// Whether this failure belongs to an outage, current or past; then the retry time follows the outage's.
        var isShared = false
    }

    /// Seconds between two requests for an active run on the screen.
    package var interval: Double
    /// Whether the user paused polling; a newly opened page is still loaded once.
    package var isPaused = false
    /// The budget that all requests share.
    package private(set) var budget = RequestBudget()
    private var tracks: [Topic: Track] = [:]
    /// A failure that affects every topic: the network, the key.
    ///
    /// One request at a time probes whether it is over.
    private(set) var outage: Failure?
    /// When any topic last had a good answer.
    private var answered: Moment?
    /// The running requests of actions, which are no topics.
    private var acting = 0
    private let policy: RetryPolicy
    private var jitter: Jitter

    /// Creates a schedule without any requests so far.
    package init(interval: Double = standardInterval, policy: RetryPolicy = RetryPolicy(), seed: UInt64 = 1) {
        self.interval = interval
        self.policy = policy
        self.jitter = Jitter(state: seed)
    }

    /// A schedule with the same interval for another profile, without any requests so far.
    func another(_ number: Int) -> Polling {
        Polling(interval: interval, policy: policy, seed: jitter.state &+ UInt64(truncatingIfNeeded: number))
    }

    /// What is known about the requests for a topic.
    package func track(_ topic: Topic) -> Track { tracks[topic] ?? Track() }

    /// Marks the due topics as requested and returns them, most urgent first; forgets topics that no page shows.
    ///
    /// - Parameter kept: the topics that pages of the stack show, even if they may not be requested now.
    mutating func begin(_ wants: [Want], keeping kept: Set<Topic>, at now: Moment) -> [Topic] {
        forget(allBut: kept)
        var begun: [Topic] = []
        var (underWay, behind) = inFlight
        let wants = asksInTurn ? wants.sorted { lastAttempt($0) < lastAttempt($1) } : wants
        for want in wants where hasPlace(underWay, behind) {
            guard isAllowed(want, underWay + behind), isDue(want, at: now) else { continue }
            tracks[want.topic, default: Track()].isInFlight = true
            tracks[want.topic, default: Track()].isBackground = want.isBackground
            tracks[want.topic, default: Track()].isForced = false
            tracks[want.topic, default: Track()].attempted = now
            budget.note(want.topic.path, isFocus: want.isFocus, at: now.uptime)
            if want.isBackground { behind += 1 } else { underWay += 1 }
            begun.append(want.topic)
        }
        return begun
    }

    /// The running requests: those that a page waits for, and those in the background.
    private var inFlight: (places: Int, background: Int) {
        let background = tracks.values.count { $0.isInFlight && $0.isBackground }
        return (tracks.values.count(where: \.isInFlight) - background + acting, background)
    }

    /// Whether one more request may run; the one that probes an outage does not wait for one in the background.
    private func hasPlace(_ places: Int, _ background: Int) -> Bool {
        outage == nil ? places + background < RequestBudget.atOnce : places < 1
    }

    /// Whether a want may be requested beside this many running requests.
    private func isAllowed(_ want: Want, _ running: Int) -> Bool {
        !want.isBackground || running == 0 && outage == nil && !isPaused
    }

    /// Whether the request that probes an outage is for the topic that was not requested for longest, instead of the most urgent
    /// one.
    ///
    /// The path that started the outage may be the only limited or forbidden one; without a network, all paths fail alike.
    private var asksInTurn: Bool {
        guard let outage, outage.count.isMultiple(of: 2) else { return false }
        if case .notReachable = outage.error { return false }
        return true
    }

    private func lastAttempt(_ want: Want) -> Double { tracks[want.topic]?.attempted?.uptime ?? 0 }

    /// Whether a run's results may be fetched now: a fetch also sends a request to the platform.
    func allowsFetch(of key: RunKey, at now: Moment) -> Bool {
        budget.opens(for: Topic.run(key).path, isFocus: false, at: now.uptime) <= now.uptime
    }

    /// Counts a request that a fetch sends for the run.
    mutating func noteFetch(of key: RunKey, at now: Moment) {
        budget.note(Topic.run(key).path, isFocus: false, at: now.uptime)
    }

    /// Whether the request of an action with this path may be sent now.
    func allowsAction(_ path: [String], at now: Moment) -> Bool {
        let (places, background) = inFlight
        return places + background < RequestBudget.atOnce && budget.opens(for: path, isFocus: true, at: now.uptime) <= now.uptime
    }

    /// Counts the request of an action.
    mutating func beginAction(_ path: [String], at now: Moment) {
        acting += 1
        budget.note(path, isFocus: true, at: now.uptime)
    }

    /// Notes that the request of an action ended.
    mutating func endAction() { acting = max(0, acting - 1) }

    /// Seconds of uptime at which the next of these wants is due; nil if none is, or if too many requests are running.
    package func nextDue(_ wants: [Want], at now: Moment) -> Double? {
        let (underWay, behind) = inFlight
        guard hasPlace(underWay, behind) else { return nil }
        var next: Double?
        // The budget is computed only for wants that may be the next.
        for want in wants {
            guard isAllowed(want, underWay + behind), let wish = wish(for: want), wish < next ?? .infinity else { continue }
            next = min(next ?? .infinity, max(wish, opening(for: want, at: now)))
        }
        return next
    }

    private func isDue(_ want: Want, at now: Moment) -> Bool {
        guard let wish = wish(for: want, early: Self.mayBeEarly), wish <= now.uptime else { return false }
        return opening(for: want, at: now) <= now.uptime
    }

    private func opening(for want: Want, at now: Moment) -> Double {
        budget.opens(for: want.topic.path, isFocus: want.isFocus, at: now.uptime)
    }

    /// Seconds of uptime at which this want is due; nil while a request for it is running or none is needed.
    package func due(_ want: Want, at now: Moment) -> Double? {
        wish(for: want).map { max($0, opening(for: want, at: now)) }
    }

    /// Seconds of uptime at which a want would be due without a budget.
    ///
    /// - Parameter early: seconds that a regular request may be early; a retry never is, for the platform may have named its time.
    private func wish(for want: Want, early: Double = 0) -> Double? {
        let track = track(want.topic)
        guard !track.isInFlight else { return nil }
        if track.isForced { return 0 }
        guard let attempted = track.attempted else { return outage?.notBefore ?? 0 }
        guard !isPaused || want.isOwed else { return nil }
        let gate = outage?.notBefore ?? 0
        if let failure = track.failure { return failure.isShared ? gate : max(failure.notBefore, gate) }
        guard let cadence = want.cadence else { return nil }
        return max(attempted.uptime + cadence - early, gate)
    }

    /// Records a good answer.
    ///
    /// An answer that took longer than any request may was given before the machine slept: its age is counted from its request.
    mutating func succeed(_ topic: Topic, at now: Moment) {
        outage = nil
        answered = now
        tracks[topic]?.isInFlight = false
        let attempted = tracks[topic]?.attempted ?? now
        tracks[topic]?.answered = attempted.seconds(until: now) > Self.longestRequest ? attempted : now
        tracks[topic]?.failure = nil
    }

    /// Records a failure and delays the next attempt.
    ///
    /// An error that every topic would meet starts an outage, unless another topic had a good answer since this topic began to
    /// fail: then the failure concerns only this topic.
    mutating func fail(_ topic: Topic, _ error: IntunedError, at now: Moment) {
        tracks[topic]?.isInFlight = false
        let before = tracks[topic]?.failure
        var failure = next(after: before, error, at: now)
        if error.concernsEverything {
            let isOwn = answered.map { $0.uptime > failure.since.uptime } ?? false
            if outage != nil || !isOwn {
                // A request that was running when the outage started met the same failure, so it does not count again.
                let attempted = tracks[topic]?.attempted?.uptime ?? .infinity
                let isKnown = outage.map { attempted <= $0.since.uptime } ?? false
                // An error of another kind may have ended the last outage; without a good answer since, that outage continues.
                outage = next(after: outage ?? before, error, at: now, isKnown: isKnown)
            }
            failure.isShared = !isOwn
            // Another topic may have met the outage before this topic was requested.
            if failure.isShared, let outage, outage.since.uptime < failure.since.uptime { failure.since = outage.since }
        } else {
            outage = nil
        }
        tracks[topic]?.failure = failure
    }

    /// Makes topics due at once, at the user's request.
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

    /// Forgets topics that are not kept; a running request keeps its track, so that its answer is not taken for a second one.
    private mutating func forget(allBut kept: Set<Topic>) {
        let isKept = { (topic: Topic, track: Track) in kept.contains(topic) || track.isInFlight }
        if !tracks.allSatisfy(isKept) { tracks = tracks.filter(isKept) }
    }
}
