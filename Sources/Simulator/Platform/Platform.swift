/// The state of the simulated platform, as a value that advances when it is told the time.
///
/// The same seed and the same actions at the same moments give the same platform, regardless of the requests in between.
///
/// Timestamps are those of the clock: with a speed of 10, an item of 20 s takes 2 s, schedules with intervals start ten times as
/// often, and the answers say so. Only the history before the start and schedules by the time of day keep to the calendar.
struct Platform: Sendable {
    let identity: Identity
    let identifiers: Identifiers
    let dice: Dice
    let pace: Pace
    private(set) var clock: Moment
    private(set) var jobs: [Job]
    /// The next event of each job, stored so that an event of one job does not require a search through all jobs.
    private var due: [Moment?]
    var singleRuns = SingleRuns()

    init(plans: [Plan], identity: Identity, seed: UInt64, speed: Double, at origin: Moment) {
        let dice = Dice(seed)
        let identifiers = Identifiers(dice: dice.fork(1))
        let pace = Pace(speed: speed)
        (self.identity, self.identifiers, self.dice, self.pace, clock) = (identity, identifiers, dice, pace, origin)
        jobs = plans.enumerated().map { number, plan in
            Job(number: number, plan: plan, dice: dice.fork(2).fork(number), pace: pace, identifiers: identifiers, at: origin)
        }
        due = jobs.map(\.nextEvent)
    }

    /// Carries out all events up to a moment, in order.
    ///
    /// Does nothing if the clock went back.
    mutating func advance(to moment: Moment) {
        while let place = nextPlace, let due = due[place], due <= moment {
            clock = max(clock, due)
            act(on: place) { job, moment in job.step(at: moment) }
        }
        clock = max(clock, moment)
    }

    /// Applies an action to a job at the present moment.
    mutating func act<Result>(on place: Int, _ action: (inout Job, Moment) -> Result) -> Result {
        let result = action(&jobs[place], clock)
        due[place] = jobs[place].nextEvent
        return result
    }

    /// The job with the earliest event.
    private var nextPlace: Int? {
        var next: Int?
        for place in due.indices {
            guard let candidate = due[place] else { continue }
            if let best = next.flatMap({ due[$0] }), best <= candidate { continue }
            next = place
        }
        return next
    }
}
