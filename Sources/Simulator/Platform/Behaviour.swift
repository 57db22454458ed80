/// How the runs of a job go.
///
/// All seconds are those of the platform and are divided by the simulator's speed.
struct Behaviour: Sendable {
    var subject: Subject
    /// One attempt at one item.
    var itemSeconds: ClosedRange<Double> = 4...12
    /// The share of items that fail after all attempts.
    var failureRate = 0.0
    var failures: [(weight: Double, value: ItemFailure)] = []
    var growth: Growth?
    var fates: [(weight: Double, value: Fate)] = [(1, .runsOut)]
    var queueSeconds: ClosedRange<Double> = 8...30
    var resumeSeconds: ClosedRange<Double> = 15...30
    /// How long after a run's end somebody triggers the next one by hand; nil where nobody does.
    var restSeconds: ClosedRange<Double>?
    var operatorHabit: OperatorHabit?
}
