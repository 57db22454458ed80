import FoundationEssentials
import Insight
import Intuned

/// The handover in words.
extension Wording {
    /// The sections of a handover.
    enum HandoverSection {
        case failed, waiting, recovered, done, due, unknown

        /// The heading.
        var title: String {
            switch self {
            case .failed: "Failed"
            case .waiting: "Stuck, late or waiting"
            case .recovered: "Recovered"
            case .done: "Done from here"
            case .due: "Due next"
            case .unknown: "Not known"
            }
        }

        /// What stands in the section when it has nothing.
        var nothing: String {
            switch self {
            case .failed: "No job fails."
            case .waiting: "Nothing is stuck, late or waiting."
            case .recovered: "No job failed and recovered in this time."
            case .done: "No action of this time is logged on this machine."
            case .due: "No run is scheduled."
            case .unknown: ""
            }
        }
    }

    /// The beginning of the heading, before the project.
    static let handoverTitle = "Handover:"
    /// The list of jobs could not be loaded.
    static let jobsNotKnown = "The list of jobs could not be loaded."
    /// The runs of a job could not be loaded.
    static let runsNotKnown = "its runs could not be loaded."

    /// The time that the handover is about.
    static func span(_ facts: HandoverFacts) -> String {
        let length = duration(facts.until.timeIntervalSince(facts.since))
        return "From \(moment(facts.since, facts)) to \(moment(facts.until, facts)), \(length)."
    }

    /// How many problems there are and how the runs of this time ended.
    static func summary(_ facts: HandoverFacts) -> String {
        let runs = (facts.jobs ?? []).flatMap { $0.runs ?? [] }
        let ended = runs.filter(facts.includes).map(Standing.init(of:))
        let parts = Standing.allCases.compactMap { standing in
            let count = ended.count { $0 == standing }
            return count > 0 ? "\(number(count)) \(standing.legend)" : nil
        }
        let outcome = parts.isEmpty ? "" : ": \(parts.joined(separator: "; "))"
        let all = facts.problems.count
        let problems = all == 0 ? noProblems : Self.problems(all, new: facts.problems.count(where: \.isNew)) + "."
        return
            "\(problems) \(count(ended.count, "run")) ended\(outcome). Active now: \(count(runs.count(where: \.isActive), "run"))."
    }

    /// A problem: what is wrong, since when, what shows it, what the platform says, and what to do.
    static func handover(_ problem: Problem, isKnown: Bool, _ facts: HandoverFacts) -> String {
        let first = problem.first
        let mark = isKnown ? ", acknowledged" : problem.isNew ? ", new" : ""
        let since = problem.since.map { ", since \(moment($0, facts))" } ?? ""
        let run = facts.jobs?.first { $0.job.id == first.job }?.runs?.first { $0.id == first.run }
        let reason = run.map { run in
            let why = why(of: run)
            return " Run \(Markdown.text(run.id))\(why.isEmpty ? "" : ": \(Markdown.text(why))")\(why.hasSuffix(".") ? "" : ".")"
        }
        return
            "\(title(first.kind))\(mark)\(since). \(Markdown.text(evidence(first)))\(reason ?? "") To do: \(advice(first.kind))"
    }

    /// A job that failed and works again.
    static func recovered(_ failures: Int, latest: JobRun, good: JobRun, _ facts: HandoverFacts) -> String {
        func time(_ run: JobRun) -> String { (run.endTime?.date ?? run.start).map { " at \(moment($0, facts))" } ?? "" }
        return
            "\(count(failures, "run")) failed, the latest\(time(latest)). Run \(Markdown.text(good.id)) succeeded\(time(good))."
    }

    /// An action that was taken from here.
    static func line(_ action: LoggedAction, _ facts: HandoverFacts) -> String {
        let run = action.run.map { ", run \(Markdown.text($0))" } ?? ""
        let outcome = action.outcome.map { ": \(outcomeWord($0))" } ?? ""
        let error = action.error.map { " (\(Markdown.text($0)))" } ?? ""
        let new = action.newRun.map { ", started run \(Markdown.text($0))" } ?? ""
        let subject = "\(Markdown.text(action.action)) \(Markdown.name(action.job))\(run)"
        return "\(moment(action.time, facts)): \(subject)\(outcome)\(error)\(new)"
    }

    /// How an action ended; a word that jobtop does not know is shown as it came.
    private static func outcomeWord(_ word: String) -> String {
        switch word {
        case "accepted": "accepted by the platform"
        case "refused": "refused by the platform"
        case "not-sent": "not sent"
        case "lost": "sent, the answer was lost"
        case "unknown": "sent, outcome unknown"
        default: Markdown.text(word)
        }
    }

    /// The log of actions cannot be read.
    static func actionsUnreadable(_ code: Int32) -> String { "The log of actions cannot be read: \(systemText(code))." }

    /// Some lines of the log are not understood.
    static func badActionLines(_ lines: Int) -> String { "\(count(lines, "line")) of the log of actions cannot be read." }

    /// A run that is due.
    static func due(_ job: JobListItem, at time: Date, _ facts: HandoverFacts) -> String {
        let rhythm = job.schedule.map { ", \(Markdown.text(summary($0)))" } ?? ""
        return "\(moment(time, facts)): \(Markdown.name(job.id))\(rhythm)"
    }

    /// Further scheduled runs.
    static func later(_ jobs: Int) -> String { "Later: \(count(jobs, "more job"))." }

    /// The jobs that start no run.
    static func paused(_ names: [String]) -> String { "Paused: \(names.joined(separator: ", "))." }

    /// Lines that a section leaves out.
    static func further(_ lines: Int) -> String { "and \(number(lines)) more" }

    /// The runs of a job are known for a part of the time only.
    static func knownSince(_ oldest: Date, _ facts: HandoverFacts) -> String {
        "runs before \(moment(oldest, facts)) are not loaded."
    }

    /// A time in UTC, and in local time where that differs, both with their date.
    private static func moment(_ time: Date, _ facts: HandoverFacts) -> String {
        let utc = "\(dateAndTime(time, .fixed(0)).dropLast(3)) UTC"
        guard facts.offsets.offset(at: time) != 0 else { return utc }
        return "\(utc) (\(dateAndTime(time, facts.offsets).dropLast(3)) local time)"
    }
}
