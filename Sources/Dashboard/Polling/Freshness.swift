package import Intuned

/// How current the data on the screen is, in one word for the header.
package enum Freshness: Hashable, Sendable {
    /// No answer has arrived and no request has failed.
    case waiting
    /// The last answer is as recent as polling promises.
    case live
    /// An answer is overdue, though no request has failed.
    case late
    /// The last answer is so old that everything may have changed.
    case stale
    /// The run is over, so its data stays true.
    case settled
    /// The user paused polling.
    case held
    /// Requests have failed since that moment.
    case failing(IntunedError, since: Moment)

    /// Whether the data counts as current.
    package var isCurrent: Bool {
        switch self {
        case .live, .settled: true
        case .waiting, .late, .stale, .held, .failing: false
        }
    }

    /// The rank of doubt, for a page that depends on several answers.
    var doubt: Int {
        switch self {
        case .settled: 0
        case .live: 1
        case .waiting: 2
        case .late: 3
        case .held: 4
        case .stale: 5
        case .failing: 6
        }
    }

    /// Whether the data is dimmed because it may be out of date.
    package var isDimmed: Bool {
        switch self {
        case .stale, .failing: true
        case .waiting, .live, .late, .settled, .held: false
        }
    }
}

/// The age of the shown data and the time of its next change.
package struct DataAge: Hashable, Sendable {
    /// How current the data is.
    package var freshness: Freshness
    /// When the last good answer arrived; nil if none did.
    package var answered: Moment?
    /// Seconds since the last good answer.
    package var age: Double?
    /// Seconds until the next request; nil when one is running or none is planned.
    package var next: Double?
    /// Whether a request is running.
    package var isAsking: Bool
    /// Seconds between two requests for what the page depends on; nil when one good answer is enough.
    package var every: Double?
}

extension Polling {
    /// The age of a topic's data.
    ///
    /// - Parameter fallback: when the data on the screen arrived, if it came from elsewhere and the topic has no answer yet.
    package func age(of want: Want, fallback: Moment? = nil, at now: Moment) -> DataAge {
        let answered = track(want.topic).answered ?? fallback
        let next = due(want, at: now).map { max(0, $0 - now.uptime) }
        return DataAge(
            freshness: freshness(of: want, fallback: fallback, at: now), answered: answered,
            age: answered.map { $0.seconds(until: now) }, next: next, isAsking: track(want.topic).isInFlight,
            every: want.cadence)
    }

    /// How current a topic's data is.
    func freshness(of want: Want, fallback: Moment? = nil, at now: Moment) -> Freshness {
        let track = track(want.topic)
        let age = (track.answered ?? fallback).map { $0.seconds(until: now) }
        return freshness(track, age: age, every: want.cadence)
    }

    private func freshness(_ track: Track, age: Double?, every: Double?) -> Freshness {
        if let failure = track.failure { return .failing(failure.error, since: failure.since) }
        // An error that keeps this topic from being requested is reported at once, even if another topic met it; a finished run
        // needs no request.
        if let outage, !isPaused, every != nil || track.answered == nil { return .failing(outage.error, since: outage.since) }
        guard let age else { return .waiting }
        guard let every else { return track.answered == nil ? .late : .settled }
        if isPaused { return .held }
        if age <= every * 2 + 2 { return .live }
        return age <= every * 5 + 15 ? .late : .stale
    }
}
