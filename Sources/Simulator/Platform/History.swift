/// The runs that a job has behind it when the simulator starts.
struct History: Sendable {
    var runs = 24
    /// The time between two runs; never divided by the speed.
    var spacing = Duration.seconds(3600)
    /// Whether the runs are made anew for each answer instead of being kept: for a hundred thousand of them.
    var isMadeOnDemand = false
}
