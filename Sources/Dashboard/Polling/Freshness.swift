package import Intuned

/// How far the data on the screen can be believed, in the one word that the header shows.
package enum Freshness: Hashable, Sendable {
    /// Nothing has come yet and nothing has failed.
    case waiting
    /// The last answer is as young as polling promises.
    case live
    /// An answer is overdue, though nothing has failed.
    case late
    /// The last answer is so old that the picture may be quite another by now.
    case stale
    /// The run is over: what was said of it stays true.
    case settled
    /// The user holds polling.
    case held
    /// Requests fail, since then.
    case failing(IntunedError, since: Moment)

    /// Whether what is shown may be taken for the present.
    package var isCurrent: Bool {
        switch self {
        case .live, .settled: true
        case .waiting, .late, .stale, .held, .failing: false
        }
    }

    /// How little it can be believed, for a page that stands on several answers.
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

    /// Whether the data is to be dimmed, because nobody vouches for it now.
    package var isDimmed: Bool {
        switch self {
        case .stale, .failing: true
        case .waiting, .live, .late, .settled, .held: false
        }
    }
}

/// The age of what a page shows and when that will change.
package struct DataAge: Hashable, Sendable {
    /// How far it can be believed.
    package var freshness: Freshness
    /// When the last good answer came; nil when none did.
    package var answered: Moment?
    /// Seconds since then.
    package var age: Double?
    /// Seconds until the next request; nil when one is under way or none is planned.
    package var next: Double?
    /// Whether a request is under way.
    package var isAsking: Bool
}

extension Polling {
    /// The age of what a topic brought.
    ///
    /// - Parameter fallback: when the data on the screen came from elsewhere and the topic itself was not answered yet.
    package func age(of want: Want, fallback: Moment? = nil, at now: Moment) -> DataAge {
        let answered = track(want.topic).answered ?? fallback
        let next = due(want, at: now).map { max(0, $0 - now.uptime) }
        return DataAge(
            freshness: freshness(of: want, fallback: fallback, at: now), answered: answered,
            age: answered.map { $0.seconds(until: now) }, next: next, isAsking: track(want.topic).isInFlight)
    }

    /// How far what a topic brought can be believed.
    func freshness(of want: Want, fallback: Moment? = nil, at now: Moment) -> Freshness {
        let track = track(want.topic)
        let age = (track.answered ?? fallback).map { $0.seconds(until: now) }
        return freshness(track, age: age, every: want.cadence)
    }

    private func freshness(_ track: Track, age: Double?, every: Double?) -> Freshness {
        if let failure = track.failure { return .failing(failure.error, since: failure.since) }
        // What keeps this topic from being asked is told at once, though it was another that met it; what is over needs no asking.
        if let outage, !isPaused, every != nil || track.answered == nil { return .failing(outage.error, since: outage.since) }
        guard let age else { return .waiting }
        guard let every else { return track.answered == nil ? .late : .settled }
        if isPaused { return .held }
        if age <= every * 2 + 2 { return .live }
        return age <= every * 5 + 15 ? .late : .stale
    }
}
