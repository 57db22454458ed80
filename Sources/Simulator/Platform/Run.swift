/// One JobRun: what is answered about it, and what it takes to move it on.
struct Run: Sendable {
    let ordinal: Int
    let id: String
    let type: RunType
    let dice: Dice
    let fate: Fate
    let createdAt: Moment
    var phase: Phase
    var startedAt: Moment
    var endedAt: Moment?
    var updatedAt: Moment
    var payloads: Int
    var succeeded = 0
    var failed = 0
    var error: RunError?
    var reason: RunReason?
    /// The items 0 ..< begun have been taken up; those that are not under way and were not stopped are finished.
    var begun = 0
    var underWay: [ItemUnderWay] = []
    var stopped: [Int] = []
    /// Whether the fate has struck already, so that a resumed run goes on to its end.
    var fateIsSpent = false
    var odd: OddRun?

    enum Phase: Sendable, Equatable {
        case queued(until: Moment)
        case working
        case pausing
        case paused
        case resuming(until: Moment)
        /// Told to stop; the status that is shown lags behind.
        case stopping(until: Moment, shown: StatusWord)
        case ended(StatusWord)
    }

    struct ItemUnderWay: Sendable, Equatable {
        var index: Int
        var since: Moment
        var until: Moment
    }

    var status: StatusWord {
        switch phase {
        case .queued, .working: .pending
        case .pausing: .pausing
        case .paused: .paused
        case .resuming: .resuming
        case .stopping(_, let shown): shown
        case .ended(let status): status
        }
    }

    var finished: Int { succeeded + failed }
    var results: ResultsKind { odd?.results ?? .items }

    /// When something happens to the run next if nobody intervenes; nil where nothing will.
    var nextEvent: Moment? {
        var next: Moment? =
            switch phase {
            case .queued(let until), .resuming(let until), .stopping(let until, _): until
            case .working, .pausing, .paused, .ended: nil
            }
        for item in underWay { next = min(next ?? item.until, item.until) }
        return next
    }
}
