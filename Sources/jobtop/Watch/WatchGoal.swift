import ArgumentParser
import Insight
import Intuned

/// What `jobtop watch` waits for.
enum WatchGoal: String, CaseIterable, Hashable, Sendable, ExpressibleByArgument {
    /// The end of the run.
    case done
    /// The end of the first item, or of the run.
    case started
    /// The first failed item, or the end of the run.
    case firstFailure = "first-failure"
}

/// When a watch ends, and with which status.
struct WatchEnd: Hashable, Sendable {
    var goal = WatchGoal.done
    /// Whether the first failed item ends the watch, whatever it waits for.
    var failsFast = false
    /// Whether failed items make a successful run a bad one.
    var isStrict = false

    /// The status to end with; nil while the watch continues.
    func status(of run: JobRun, isStuck: Bool) -> ExitStatus? {
        let hasFailures = (run.failedRuns ?? 0) > 0
        if hasFailures, failsFast || goal == .firstFailure { return .bad }
        guard run.isActive else { return run.endedWell && !(isStrict && hasFailures) ? .good : .bad }
        if goal == .started, run.done > 0 { return .good }
        return isStuck ? .timedOut : nil
    }
}
