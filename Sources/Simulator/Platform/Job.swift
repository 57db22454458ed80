/// A job, its runs, and what happens to it next.
struct Job: Sendable {
    let number: Int
    let plan: Plan
    let dice: Dice
    let pace: Pace
    let identifiers: Identifiers
    /// When the simulator started.
    let origin: Moment
    let createdAt: Moment
    /// The reason for the job's pause; nil while it is active.
    var pause: Pause?
    /// The ended runs, oldest first, by ordinal.
    var ended: [Run] = []
    var active: [Run] = []
    var nextOrdinal: Int
    var nextScheduled: Moment?
    var nextManual: Moment?
    var nextOperator: Moment?

    /// The most ended runs that are kept; older ones are removed, as with real retention.
    static let kept = 200

    struct Pause: Sendable, Equatable {
        var message: String
        var since: Moment
    }

    init(number: Int, plan: Plan, dice: Dice, pace: Pace, identifiers: Identifiers, at origin: Moment) {
        (self.number, self.plan, self.dice, self.pace, self.identifiers) = (number, plan, dice, pace, identifiers)
        (self.origin, nextOrdinal) = (origin, plan.history.runs)
        createdAt = origin - plan.history.spacing * Double(plan.history.runs + 2) - .seconds(7 * 86_400)
        if !plan.history.isMadeOnDemand { ended = (0..<plan.history.runs).map(pastRun) }
        open(at: origin)
        planAhead(from: origin)
    }

    /// The number of runs that can be listed.
    var runCount: Int {
        active.count + ended.count + (plan.history.isMadeOnDemand ? plan.history.runs : 0)
    }

    /// The time of the job's next event without intervention; nil if there is none.
    var nextEvent: Moment? {
        var next = active.reduce(nil as Moment?) { Job.earlier($0, $1.nextEvent) }
        for planned in [nextScheduled, nextManual, nextOperator] { next = Job.earlier(next, planned) }
        return next
    }

    private static func earlier(_ left: Moment?, _ right: Moment?) -> Moment? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }

    /// A new run before its first event.
    func newRun(_ ordinal: Int, type: RunType, at moment: Moment) -> Run {
        let (dice, plan) = (dice.fork(ordinal), plan.at(ordinal))
        var fateDice = dice.fork(-4)
        return Run(
            ordinal: ordinal, id: identifiers.run(job: number, ordinal: ordinal), type: type, dice: dice,
            fate: fateDice.one(ofWeighted: plan.behaviour.fates) ?? .runsOut, createdAt: moment, phase: .working,
            startedAt: moment, updatedAt: moment, payloads: plan.payload.count)
    }

    /// The run with that id: active, kept, or from a history made on demand.
    func run(_ id: String) -> Run? {
        if let run = active.first(where: { $0.id == id }) ?? ended.first(where: { $0.id == id }) { return run }
        guard plan.history.isMadeOnDemand, let ordinal = identifiers.ordinal(ofRun: id, job: number),
            ordinal < plan.history.runs
        else { return nil }
        return pastRun(ordinal)
    }

    /// The run with that ordinal, if it can still be found.
    func run(ordinal: Int) -> Run? {
        run(identifiers.run(job: number, ordinal: ordinal))
    }
}
