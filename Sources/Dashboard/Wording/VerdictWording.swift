import FoundationEssentials
package import Insight
import Intuned

/// Verdicts in words: what is wrong, what shows it, what to do.
extension Wording {
    /// How many problems there are: `4 problems, 1 new`.
    static func problems(_ number: Int, new: Int) -> String {
        new > 0 ? "\(count(number, "problem")), \(Self.number(new)) new" : count(number, "problem")
    }

    /// Nothing needs anybody.
    static let noProblems = "No problems."

    /// Further jobs with the same problem.
    static func furtherJobs(_ jobs: Int) -> String { "and \(count(jobs, "more job"))" }

    /// The job that has a problem, and how many more have it too.
    package static func subject(of problem: Problem) -> String {
        let jobs = problem.jobs
        return jobs.count > 1 ? "\(jobs[0]) +\(jobs.count - 1)" : jobs[0]
    }

    /// What is wrong, in a few words.
    package static func title(of problem: Problem) -> String {
        let jobs = problem.jobs.count
        return jobs > 1 ? "\(jobs) jobs: \(title(problem.first.kind))" : title(problem.first.kind)
    }

    /// What is wrong, in a few words.
    package static func title(_ kind: Verdict.Kind) -> String {
        switch kind {
        case .failed(let runs, let share):
            runs > 1 ? "failed \(number(runs)) runs in a row" : share == 1 ? "failed: every item" : "failed"
        case .failingSinceChange(let runs, _):
            runs > 1 ? "failed \(number(runs)) runs since a new configuration" : "failed after a new configuration"
        case .didNotStart(let reason, _): "cannot start: \(cause(reason))"
        case .waitsForPerson(let reason): "waits: \(cause(reason))"
        case .moreFailures(_, let share, let usual):
            times(share, usual.median).map { "\($0) the usual failures" } ?? "more failures than usual"
        case .succeededWithNothing: "succeeded without items"
        case .farFewerItems: "far fewer items than usual"
        case .slow(let seconds, let usual): times(seconds, usual.median).map { "\($0) the usual time" } ?? "slower than usual"
        case .stuck(let seconds): "no progress for \(duration(seconds))"
        case .pausedForLong(let seconds): "paused for \(duration(seconds))"
        case .missed: "did not start when due"
        case .late: "starts late"
        case .overdue(let seconds, _): "not started for \(duration(seconds))"
        case .overlaps(let runs): "\(number(runs)) runs at the same time"
        case .flapping: "good and failed runs alternate"
        case .unreadable(let rows): "\(count(rows, "run")) cannot be read"
        }
    }

    /// How much something needs a person, in a word.
    package static func word(_ severity: Severity) -> String {
        switch severity {
        case .severe: "severe"
        case .warning: "warning"
        case .notice: "notice"
        }
    }

    /// What is wrong, in as few words as a list has room for.
    static func short(_ kind: Verdict.Kind) -> String {
        switch kind {
        case .didNotStart(let reason, _), .waitsForPerson(let reason): cause(reason)
        default: title(kind)
        }
    }

    /// The facts that show it, in one line.
    package static func evidence(_ verdict: Verdict) -> String {
        let basis = verdict.basis.map { ", from \(count($0, "run"))" } ?? ""
        return switch verdict.kind {
        case .failed(let runs, let share): failures(runs, share)
        case .failingSinceChange(let runs, let paths):
            "\(count(runs, "failed run")) since these fields changed: \(list(paths))."
        case .didNotStart(_, let runs):
            runs > 1 ? "\(number(runs)) runs in a row did not start." : "The latest run did not start."
        case .waitsForPerson: "The run is paused until somebody acts."
        case .moreFailures(let failed, let share, let usual):
            "\(count(failed, "item")) failed, \(percent(share)). Usual: \(percents(usual))\(basis)."
        case .succeededWithNothing(let usual): "The run had no items. Usual: \(numbers(usual))\(basis)."
        case .farFewerItems(let items, let usual): "The run had \(count(items, "item")). Usual: \(numbers(usual))\(basis)."
        case .slow(let seconds, let usual): "\(duration(seconds)). Usual: \(durations(usual))\(basis)."
        case .stuck(let seconds): "No count of the run has changed for \(duration(seconds))."
        case .pausedForLong(let seconds): "A person paused it \(duration(seconds)) ago."
        case .missed(let seconds), .late(let seconds): "The run is due for \(duration(seconds)), jitter included."
        case .overdue(let seconds, let usual):
            "The latest run started \(duration(seconds)) ago. Usual: one run every \(durations(usual))\(basis)."
        case .overlaps(let runs): "\(number(runs)) runs of this job are active."
        case .flapping(let changes, let runs): "\(number(changes)) changes between good and bad in \(count(runs, "run"))."
        case .unreadable(let rows): "\(count(rows, "run")) of the last answer cannot be read."
        }
    }

    /// What to do next.
    package static func advice(_ kind: Verdict.Kind) -> String {
        switch kind {
        case .failed: "Open the run, fetch its results and group the failures by cause."
        case .failingSinceChange: "Compare the configuration with the last good run."
        case .didNotStart(let reason?, _), .waitsForPerson(let reason?): advice(for: RunReason(type: .known(reason)))
        case .didNotStart(nil, _), .waitsForPerson(nil): "Open the run and read its reason."
        case .moreFailures: "Group the failed items by cause."
        case .succeededWithNothing, .farFewerItems: "Check where the items of the job come from."
        case .slow: "Compare the duration of its items with an earlier run."
        case .stuck: "Open the run. Terminate it if it does not continue."
        case .pausedForLong: "Resume the job when it may continue."
        case .missed, .late: "Check the schedule of the job, and whether another run is active."
        case .overdue: "Check the program that starts this job."
        case .overlaps: "Check the schedule: runs take longer than the time between them."
        case .flapping: "Compare a failed run with a good one."
        case .unreadable: "Update jobtop, or open the runs in the web dashboard."
        }
    }

    /// Why a run did not start or waits, in a few words.
    static func cause(_ reason: RunReasonType?) -> String {
        switch reason {
        case .insufficientResourceCredits: "credits used up"
        case .authSessionNotFound: "login not found"
        case .authSessionValidateDependencyFailed: "login not valid"
        case .authSessionInvalidMidJob: "login needed"
        case .authSessionLocked: "login in use"
        case .anotherJobRunActive: "another run is active"
        case .s3SinkError: "S3 sink fails"
        case .terminated, .userRequest: "stopped by a user"
        case nil: "see the run"
        }
    }

    private static func failures(_ runs: Int, _ share: Double?) -> String {
        if let share { return "\(percent(share)) of the latest run's items failed." }
        return runs > 1 ? "\(number(runs)) runs failed in a row." : "The latest run failed."
    }

    /// By how much a number is larger than usual: `2.4 ×`; nil where that says nothing.
    private static func times(_ value: Double, _ usual: Double) -> String? {
        guard usual > 0, value / usual >= 1.1, value / usual < 1000 else { return nil }
        let tenths = Int((value / usual * 10).rounded())
        return tenths.isMultiple(of: 10) || tenths >= 100 ? "\(tenths / 10) ×" : "\(tenths / 10).\(tenths % 10) ×"
    }

    /// A share in percent, with a tenth below ten.
    package static func percent(_ share: Double) -> String {
        let tenths = Int((max(0, min(1, share)) * 1000).rounded())
        return tenths < 100 && !tenths.isMultiple(of: 10) ? "\(tenths / 10).\(tenths % 10) %" : "\(tenths / 10) %"
    }

    static func percents(_ usual: Spread) -> String { range(percent(usual.low), percent(usual.high)) }
    private static func numbers(_ usual: Spread) -> String {
        range(number(Int(usual.low.rounded())), number(Int(usual.high.rounded())))
    }
    /// A usual duration: `7m to 9m`.
    static func durations(_ usual: Spread) -> String { range(duration(usual.low), duration(usual.high)) }

    private static func range(_ low: String, _ high: String) -> String { low == high ? low : "\(low) to \(high)" }

    private static func list(_ words: [String]) -> String {
        words.count > 3 ? words.prefix(3).joined(separator: ", ") + " and \(words.count - 3) more" : words.joined(separator: ", ")
    }
}
