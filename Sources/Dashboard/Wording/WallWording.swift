/// The wall: few words, readable from afar.
extension Wording {
    /// No current answer, in large letters.
    static let noSignal = "NO SIGNAL"
    /// The user paused polling, in large letters.
    static let wallPaused = "PAUSED"

    /// Since when something is so: `since 02:10, 42m`.
    static func since(_ time: String, age seconds: Double) -> String { "since \(time), \(age(seconds))" }

    /// Since when the data is out of date, and why.
    static func noSignal(since time: String, age seconds: Double, _ reason: String) -> String {
        "\(reason), \(since(time, age: seconds))"
    }

    /// No answer was ever received.
    static let neverAnswered = "No answer since the start"

    /// The end that an active run is expected to have.
    static func ends(_ first: String, _ last: String) -> String {
        first == last ? "ends \(first)" : "ends \(first) to \(last)"
    }

    /// An active run without an expected end: how long it has been running.
    static func runningFor(_ seconds: Double) -> String { "running for \(duration(seconds))" }

    /// Nothing needs anybody.
    static func allWell(checked seconds: Double) -> String { "All well, checked \(count(Int(seconds), "second")) ago" }

    /// There is nothing that could be well.
    static let noJobsToWatch = "The project has no jobs"

    /// The first answers are still missing.
    static func checking(_ known: Int, of jobs: Int) -> String { "Checked \(number(known)) of \(count(jobs, "job"))" }

    /// Some answers are missing or too old.
    static let partlyUnknown = "Some jobs have no current answer"

    /// How many jobs run and how many are quiet.
    static func wallCounts(running: Int, quiet: Int, acknowledged: Int) -> String {
        let known = acknowledged > 0 ? "  \(number(acknowledged)) acknowledged" : ""
        return "\(number(running)) running  \(number(quiet)) quiet\(known)"
    }

    /// The next scheduled starts.
    static func wallNext(_ starts: [String]) -> String { "next: \(starts.joined(separator: ", "))" }
}
