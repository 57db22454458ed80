/// The course of a job's runs.
///
/// All times are in seconds of the platform, which are divided by the simulator's speed.
struct Behaviour: Sendable {
    var subject: Subject
    /// The duration of one attempt at one item.
    var itemSeconds: ClosedRange<Double> = 4...12
    /// The share of items that fail after all attempts.
    var failureRate = 0.0
    var failures: [(weight: Double, value: ItemFailure)] = []
    var growth: Growth?
    var fates: [(weight: Double, value: Fate)] = [(1, .runsOut)]
    var queueSeconds: ClosedRange<Double> = 8...30
    var resumeSeconds: ClosedRange<Double> = 15...30
    /// The time between a run's end and the next manual trigger; nil if nobody triggers.
    var restSeconds: ClosedRange<Double>?
    var operatorHabit: OperatorHabit?
}
