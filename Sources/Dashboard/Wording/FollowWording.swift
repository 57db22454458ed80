import FoundationEssentials
import Intuned

/// What the page that follows a job says.
extension Wording {
    /// No run of the job has ended yet.
    static let noRunHasEnded = "No run has ended yet."

    /// How the last run ended: `last run 5f2c81d0 succeeded after 9m, 2m ago`.
    static func lastRun(_ id: String, _ run: JobRun, ended seconds: Double?, known: Date) -> String {
        "last run \(id) \(meaning(of: run, known: known))" + (seconds.map { ", \(age($0)) ago" } ?? "")
    }

    /// What is awaited: the next run, and when it is due.
    ///
    /// - Parameter due: the next start by the schedule, by the platform's clock; nil if there is none.
    static func awaiting(_ job: String, due: Date?, in state: State) -> String {
        guard let due else { return "\(job): no run is active. Waiting for the next one." }
        let seconds = due.timeIntervalSince(state.serverNow)
        return seconds >= 0
            ? "\(job): next run in \(duration(seconds)), at \(state.timeToTheMinute(due))"
            : "\(job): expected \(state.timeToTheMinute(due)), not started for \(duration(-seconds))"
    }
}
