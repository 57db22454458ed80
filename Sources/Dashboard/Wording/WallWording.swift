import FoundationEssentials
import Intuned

/// The words of the wall.
extension Wording {
    /// How old what is shown is.
    static func seen(_ seconds: Double?) -> String { seconds.map { "checked \(age($0)) ago" } ?? "not checked yet" }

    /// Nothing needs anybody.
    static func allWell(_ seconds: Double?) -> String { "All well, \(seen(seconds))." }

    /// What is shown is old.
    static func noSignal(_ seconds: Double?) -> String { "NO SIGNAL\(seconds.map { " FOR \(duration($0).uppercased())" } ?? "")" }

    /// What runs, what rests and what comes next.
    static func wallFoot(running: Int, of jobs: [JobListItem], in state: State) -> String {
        let now = state.serverNow
        let next = jobs.compactMap { job in job.nextRunTime?.date.flatMap { $0 > now ? (job.id, $0) : nil } }
            .sorted { $0.1 < $1.1 }.prefix(3).map { "\($0.0) \(state.localTime($0.1).prefix(5))" }
        let counts = "\(number(running)) running, \(number(max(0, jobs.count - running))) quiet"
        return next.isEmpty ? counts : "\(counts); next: \(next.joined(separator: ", "))"
    }
}
