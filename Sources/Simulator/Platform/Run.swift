/// One JobRun: the data for its answers, and the state that advances it.
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
    /// The number of started items, 0 ..< begun; those that are neither running nor stopped are finished.
    var begun = 0
    var underWay: [ItemUnderWay] = []
    var stopped: [Int] = []
    /// Whether the fate has already taken effect, so that a resumed run continues to its end.
    var fateIsSpent = false
    var odd: OddRun?

    enum Phase: Sendable, Equatable {
        case queued(until: Moment)
        case working
        case pausing
        case paused
        case resuming(until: Moment)
        /// The run is stopping; its visible status changes later.
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

    /// The time of the run's next event without intervention; nil if there is none.
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
