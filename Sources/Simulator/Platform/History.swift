/// The past runs of a job when the simulator starts.
struct History: Sendable {
    var runs = 24
    /// The time between two runs; never divided by the speed.
    var spacing = Duration.seconds(3600)
    /// By which part of the spacing the starts of a job without a schedule differ from it.
    var stray = 0.3
    /// How many runs of a job without a schedule its starter has left out last.
    var omitted = 0
    /// The share of a scheduled job's runs that a person started.
    var manualShare = 0.1
    /// Whether the runs are created for each answer instead of being kept: for a hundred thousand runs.
    var isMadeOnDemand = false
}
