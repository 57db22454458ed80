import FoundationEssentials
import Insight
import Intuned

/// A handover to the next shift as Markdown, made of facts alone.
package enum Handover {
    /// The most lines of a section that may be long.
    private static let mostLines = 50

    /// Writes what failed, what is stuck or waits, what recovered, what was done from here and what is due next.
    package static func text(_ facts: HandoverFacts, _ actions: LoggedActions) -> String {
        let title = "# \(Wording.handoverTitle) \(Markdown.text(facts.project))"
        let span = Wording.span(facts)
        guard facts.jobs != nil else { return [title, span, Wording.jobsNotKnown, section(.done, done(facts, actions))].text }
        let sections: [(Wording.HandoverSection, [String])] = [
            (.failed, problems(facts) { $0.isOutcome }), (.waiting, problems(facts) { !$0.isOutcome }),
            (.recovered, recovered(facts)), (.done, done(facts, actions)), (.due, due(facts)),
        ]
        let unknown = unknown(facts)
        return
            ([title, span, Wording.summary(facts)] + sections.map(section)
            + (unknown.isEmpty ? [] : [section(.unknown, unknown)])).text
    }

    private static func section(_ name: Wording.HandoverSection, _ lines: [String]) -> String {
        let shown = lines.prefix(mostLines).map { "- \($0)" }
        let rest = lines.count > mostLines ? ["- \(Wording.further(lines.count - mostLines))"] : []
        return (["## \(name.title)", ""] + (lines.isEmpty ? [name.nothing] : shown + rest)).joined(separator: "\n")
    }

    private static func problems(_ facts: HandoverFacts, _ isWanted: (Verdict.Kind) -> Bool) -> [String] {
        let known = Set(facts.acknowledged)
        return (facts.problems + facts.acknowledged).filter { isWanted($0.first.kind) }.map { problem in
            let names = problem.jobs.prefix(mostLines).map(Markdown.name).joined(separator: ", ")
            return "\(names): \(Wording.handover(problem, isKnown: known.contains(problem), facts))"
        }
    }

    /// The jobs that failed in this time and whose latest outcome is good.
    private static func recovered(_ facts: HandoverFacts) -> [String] {
        let failing = Set((facts.problems + facts.acknowledged).filter { $0.first.kind.isOutcome }.flatMap(\.jobs))
        return (facts.jobs ?? []).filter { !failing.contains($0.job.id) }.compactMap { job in
            let runs = job.runs ?? []
            guard let latest = runs.firstIndex(where: { $0.isBad && facts.includes($0) }) else { return nil }
            guard let good = runs[..<latest].last(where: \.isGood) else { return nil }
            let failures = runs.count { $0.isBad && facts.includes($0) }
            return "\(Markdown.name(job.job.id)): \(Wording.recovered(failures, latest: runs[latest], good: good, facts))"
        }
    }

    private static func done(_ facts: HandoverFacts, _ actions: LoggedActions) -> [String] {
        switch actions {
        case .absent: return []
        case .unreadable(let code): return [Wording.actionsUnreadable(code)]
        case .read(let all, let badLines):
            let mine = all.filter { $0.project ?? facts.project == facts.project }
            // The platform tells its time in whole seconds, so what was just done may seem to come later.
            let lines = mine.filter { facts.since <= $0.time }.map { Wording.line($0, facts) }
            return lines + (badLines > 0 ? [Wording.badActionLines(badLines)] : [])
        }
    }

    /// The runs that are due within as long a time as the handover is about, and the jobs that are paused.
    private static func due(_ facts: HandoverFacts) -> [String] {
        let jobs = (facts.jobs ?? []).map(\.job)
        let end = facts.until + facts.until.timeIntervalSince(facts.since)
        let next = jobs.filter { $0.state != .known(.paused) }.compactMap { job in
            job.nextRunTime?.date.map { (time: $0, job: job) }
        }
        let due = next.filter { $0.time <= end }.sorted { ($0.time, $0.job.id) < ($1.time, $1.job.id) }
        let lines = due.map { Wording.due($0.job, at: $0.time, facts) }
        let later = next.count - due.count
        let paused = jobs.filter { $0.state == .known(.paused) }.map { Markdown.name($0.id) }
        return lines + (later > 0 ? [Wording.later(later)] : []) + (paused.isEmpty ? [] : [Wording.paused(paused)])
    }

    private static func unknown(_ facts: HandoverFacts) -> [String] {
        (facts.jobs ?? []).compactMap { job in
            guard let runs = job.runs else { return "\(Markdown.name(job.job.id)): \(Wording.runsNotKnown)" }
            guard !job.isWhole, let oldest = runs.last?.start else { return nil }
            return "\(Markdown.name(job.job.id)): \(Wording.knownSince(oldest, facts))"
        }
    }
}

extension HandoverFacts {
    /// Whether a run ended in this time, or started in it if its end is not known.
    func includes(_ run: JobRun) -> Bool {
        guard !run.isActive, let time = run.endTime?.date ?? run.updatedAt?.date ?? run.start else { return false }
        return since <= time && time <= until
    }
}

extension JobRun {
    /// Whether it is over and failed, or could not start.
    fileprivate var isBad: Bool { [.failed, .notStarted].contains(Standing(of: self)) }
    /// Whether it is over and worked.
    fileprivate var isGood: Bool { [.well, .partly].contains(Standing(of: self)) }
}

extension Verdict.Kind {
    /// Whether it is about how runs ended, and not about what goes on or does not begin.
    fileprivate var isOutcome: Bool {
        switch self {
        case .failed, .failingSinceChange, .didNotStart, .moreFailures, .succeededWithNothing, .farFewerItems, .flapping: true
        case .waitsForPerson, .slow, .stuck, .pausedForLong, .missed, .late, .overdue, .overlaps, .unreadable: false
        }
    }
}

extension [String] {
    /// The parts of a document, with an empty line between two.
    fileprivate var text: String { joined(separator: "\n\n") + "\n" }
}
