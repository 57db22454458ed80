import FoundationEssentials
import Intuned

/// Decides what is wrong with a job: the only place that does.
package struct Judge: Hashable, Sendable {
    /// From where on something counts as wrong.
    package var thresholds: Thresholds

    /// Creates a judge.
    package init(thresholds: Thresholds = Thresholds()) { self.thresholds = thresholds }

    /// Returns all that is wrong with a job, worst first.
    package func verdicts(on facts: JobFacts, _ observations: Observations) -> [Verdict] {
        let found =
            [outcome(facts), flapping(facts), overlap(facts), pause(facts), due(facts), unreadable(facts)].compactMap { $0 }
            + active(facts, observations) + lastEnded(facts)
        return found.sorted { ($0.severity, $0.kind.name) > ($1.severity, $1.kind.name) }
    }

    // MARK: The latest outcome

    /// The job's latest ended run failed or could not start, and how many before it.
    private func outcome(_ facts: JobFacts) -> Verdict? {
        let ended = facts.runs.filter { !$0.isActive && $0.knownReason != .terminated && !$0.isStoppedByUser }
        guard let newest = ended.first, newest.endedBadly else { return nil }
        if newest.isNotStarted {
            let same = ended.prefix(while: \.isNotStarted)
            let severity: Severity = newest.knownReason?.meetsTheNextRun ?? true ? .severe : .warning
            return Verdict(
                job: facts.job.id, run: newest.id, .didNotStart(newest.knownReason, inARow: same.count), severity,
                since: same.last?.start, isNew: same.count == 1)
        }
        // A run that could not start between failed ones proves nothing about the script.
        let worked = ended.filter { !$0.isNotStarted }
        let failed = worked.prefix(while: \.endedBadly)
        let since = failed.last?.start
        if let first = failed.last, worked.count > failed.count {
            let paths = changes(from: worked[failed.count], to: first)
            if !paths.isEmpty {
                return Verdict(
                    job: facts.job.id, run: newest.id, .failingSinceChange(inARow: failed.count, paths: paths), .severe,
                    since: since, isNew: failed.count == 1)
            }
        }
        return Verdict(
            job: facts.job.id, run: newest.id, .failed(inARow: failed.count, share: newest.failureShare), .severe, since: since,
            isNew: failed.count == 1)
    }

    private func changes(from good: JobRun, to bad: JobRun) -> [String] {
        guard let before = good.snapshot, let after = bad.snapshot else { return [] }
        return ConfigurationChange.between(before, after).map(\.path)
    }

    private func flapping(_ facts: JobFacts) -> Verdict? {
        let ended = facts.runs.lazy.filter { $0.isComparable }.prefix(thresholds.flappingRuns).map(\.endedBadly)
        let outcomes = Array(ended)
        let changes = zip(outcomes, outcomes.dropFirst()).count { $0 != $1 }
        guard outcomes.count == thresholds.flappingRuns, changes >= thresholds.flaps else { return nil }
        return Verdict(
            job: facts.job.id, .flapping(changes: changes, runs: outcomes.count), .warning,
            since: facts.runs.filter(\.isComparable).prefix(thresholds.flappingRuns).last?.start, isNew: false)
    }

    // MARK: The latest ended run against the usual

    /// How the latest run that worked through its items compares with those before it.
    private func lastEnded(_ facts: JobFacts) -> [Verdict] {
        guard let run = facts.runs.first(where: \.isComparable), !run.endedBadly, isLatest(run, facts) else { return [] }
        let previous = facts.runs.drop { $0.id != run.id }.dropFirst().first(where: \.isComparable)
        return oddities(of: run, facts).map { kind in
            let wasSo = previous.map { oddities(of: $0, facts).contains { $0.name == kind.name } } ?? false
            let basis = Usual(of: facts.runs, like: run.type, olderThan: run.id)?.runs
            return Verdict(
                job: facts.job.id, run: run.id, kind, kind.isNothing ? .severe : .warning, since: run.endTime?.date ?? run.start,
                isNew: !wasSo, basis: basis)
        }
    }

    /// What an ended run did otherwise than usual has an end when a newer run tells more.
    private func isLatest(_ run: JobRun, _ facts: JobFacts) -> Bool {
        facts.runs.first { !$0.isActive }?.id == run.id
    }

    private func oddities(of run: JobRun, _ facts: JobFacts) -> [Verdict.Kind] {
        guard let usual = Usual(of: facts.runs, like: run.type, olderThan: run.id) else { return [] }
        let items = max(run.payloads ?? 0, run.done)
        var kinds: [Verdict.Kind] = []
        if run.endedWell, run.done == 0, usual.payloads.low > 0 { return [.succeededWithNothing(usual: usual.payloads)] }
        if usual.payloads.low > 0, Double(items) < usual.payloads.low * thresholds.farFewerItems {
            kinds.append(.farFewerItems(items: items, usual: usual.payloads))
        }
        if let share = run.failureShare, hasMoreFailures(run.failed, of: items, usual) {
            kinds.append(.moreFailures(failed: run.failed, share: share, usual: usual.failureShare))
        }
        if let seconds = run.seconds, isSlow(seconds, usual) { kinds.append(.slow(seconds: seconds, usual: usual.duration)) }
        return kinds
    }

    private func hasMoreFailures(_ failed: Int, of items: Int, _ usual: Usual) -> Bool {
        let most = usual.failureShare.high * Double(items)
        return Double(failed) > most * thresholds.moreFailures && Double(failed) >= most + thresholds.leastMoreFailures
    }

    private func isSlow(_ seconds: Double, _ usual: Usual) -> Bool {
        seconds > usual.duration.high * thresholds.slow && seconds > usual.duration.median + thresholds.leastSlow
    }

    // MARK: Active runs

    private func active(_ facts: JobFacts, _ observations: Observations) -> [Verdict] {
        facts.runs.filter(\.isActive).flatMap { active($0, facts, observations) }
    }

    private func active(_ run: JobRun, _ facts: JobFacts, _ observations: Observations) -> [Verdict] {
        if let waiting = waiting(run, facts) { return [waiting] }
        guard run.isMoving, let start = run.startTime?.date else { return [] }
        let usual = Usual(of: facts.runs, like: run.type, olderThan: run.id)
        let previous = facts.runs.drop { $0.id != run.id }.dropFirst().first(where: \.isComparable)
        let before = previous.map { oddities(of: $0, facts).map(\.name) } ?? []
        var verdicts: [Verdict] = []
        func say(_ kind: Verdict.Kind, _ severity: Severity, since: Date?) {
            verdicts.append(
                Verdict(
                    job: facts.job.id, run: run.id, kind, severity, since: since, isNew: !before.contains(kind.name),
                    basis: usual?.runs))
        }
        if let moved = observations.lastMovement(of: run) {
            let quiet = facts.known.timeIntervalSince(moved)
            if quiet >= stuckAfter(run, usual) { say(.stuck(seconds: quiet), .severe, since: moved) }
        }
        guard let usual else { return verdicts }
        // Failed items only become more, so this does not come and go as a share of the ended items would.
        let items = max(run.payloads ?? 0, run.done)
        if let share = run.failureShare, hasMoreFailures(run.failed, of: items, usual) {
            say(.moreFailures(failed: run.failed, share: share, usual: usual.failureShare), .warning, since: start)
        }
        let elapsed = facts.known.timeIntervalSince(start)
        if isSlow(elapsed, usual) {
            let since = start.addingTimeInterval(
                max(usual.duration.high * thresholds.slow, usual.duration.median + thresholds.leastSlow))
            say(.slow(seconds: elapsed, usual: usual.duration), .warning, since: since)
        }
        return verdicts
    }

    /// Seconds without a movement that are too many: an item may take as long as its timeout with nothing heard of the run.
    private func stuckAfter(_ run: JobRun, _ usual: Usual?) -> Double {
        let perItem = usual.map { $0.payloads.median > 0 ? $0.duration.median / $0.payloads.median : 0 } ?? 0
        let timeout = run.snapshot?.configuration.requestTimeout ?? 0
        return max(thresholds.leastStuck, timeout, perItem * thresholds.stuckItems)
    }

    private func waiting(_ run: JobRun, _ facts: JobFacts) -> Verdict? {
        guard run.isHeld else { return nil }
        let since = run.updatedAt?.date ?? run.start
        if run.knownReason == .userRequest || run.reason == nil {
            guard let since else { return nil }
            let seconds = facts.known.timeIntervalSince(since)
            guard seconds >= thresholds.longPause else { return nil }
            return Verdict(job: facts.job.id, run: run.id, .pausedForLong(seconds: seconds), .notice, since: since, isNew: false)
        }
        let earlier = facts.runs.drop { $0.id != run.id }.dropFirst().first
        return Verdict(
            job: facts.job.id, run: run.id, .waitsForPerson(run.knownReason), .severe, since: since,
            isNew: earlier?.knownReason != run.knownReason)
    }

    private func overlap(_ facts: JobFacts) -> Verdict? {
        let active = facts.runs.filter(\.isActive)
        guard active.count > 1 else { return nil }
        let since = active.dropLast().last?.start
        return Verdict(job: facts.job.id, run: active[0].id, .overlaps(runs: active.count), .warning, since: since, isNew: true)
    }

    // MARK: The job itself

    private func pause(_ facts: JobFacts) -> Verdict? {
        guard facts.job.state == .known(.paused) else { return nil }
        // The platform does not say since when; no run can have started since.
        guard let last = facts.runs.first, !last.isActive, let since = last.endTime?.date ?? last.start else { return nil }
        let seconds = facts.jobKnown.timeIntervalSince(since)
        guard seconds >= thresholds.longPause else { return nil }
        return Verdict(job: facts.job.id, .pausedForLong(seconds: seconds), .notice, since: since, isNew: false)
    }

    private func due(_ facts: JobFacts) -> Verdict? {
        guard facts.job.state == .known(.active), let due = Due(facts) else { return nil }
        let seconds = facts.known.timeIntervalSince(due.time) - due.jitter
        if seconds >= max(thresholds.missed, (due.period ?? 0) * 0.1) {
            return Verdict(job: facts.job.id, .missed(seconds: seconds), .severe, since: due.time, isNew: true)
        }
        guard seconds >= thresholds.late else { return nil }
        return Verdict(job: facts.job.id, .late(seconds: seconds), .warning, since: due.time, isNew: true)
    }

    private func unreadable(_ facts: JobFacts) -> Verdict? {
        guard facts.unreadableRows > 0 else { return nil }
        return Verdict(job: facts.job.id, .unreadable(rows: facts.unreadableRows), .warning, since: nil, isNew: false)
    }
}

extension Verdict.Kind {
    /// Whether nothing came out at all.
    fileprivate var isNothing: Bool {
        if case .succeededWithNothing = self { return true }
        return false
    }
}

extension JobRun {
    /// Whether it could not start, or what it depends on failed.
    var isNotStarted: Bool {
        switch status {
        case .known(.canceled), .known(.cancelled): true
        case .known, .unrecognized: false
        }
    }

    /// Whether a person ended it.
    var isStoppedByUser: Bool { status == .known(.terminated) }

    /// Whether its items are being worked on.
    var isMoving: Bool {
        switch status {
        case .known(.pending), .known(.running), .known(.resuming): true
        case .known, .unrecognized: false
        }
    }

    /// Whether it is paused, or about to be.
    var isHeld: Bool {
        switch status {
        case .known(.paused), .known(.pausing): true
        case .known, .unrecognized: false
        }
    }
}

extension RunReasonType {
    /// Whether the job's next run ends in the same way, unless a person does something first (API.md section 7).
    var meetsTheNextRun: Bool {
        switch self {
        case .authSessionNotFound, .authSessionValidateDependencyFailed, .authSessionInvalidMidJob,
            .insufficientResourceCredits, .s3SinkError:
            true
        case .authSessionLocked, .anotherJobRunActive, .terminated, .userRequest: false
        }
    }
}
