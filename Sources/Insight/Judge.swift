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
            [
                blockedStart(facts), outcome(facts), flapping(facts), overlap(facts), pause(facts), due(facts), overdue(facts),
                unreadable(facts),
            ]
            .compactMap { $0 }
            + active(facts, observations) + lastEnded(facts)
        return found.sorted { ($0.severity, $0.kind.name) > ($1.severity, $1.kind.name) }
    }

    // MARK: The latest outcome

    /// The job's latest ended run could not start, and how many before it.
    private func blockedStart(_ facts: JobFacts) -> Verdict? {
        guard let newest = facts.runs.first(where: \.isOutcome), newest.isNotStarted else { return nil }
        let same = facts.runs.filter(\.isOutcome).prefix(while: \.isNotStarted)
        let severity: Severity = newest.knownReason?.meetsTheNextRun ?? true ? .severe : .warning
        return Verdict(
            job: facts.job.id, run: newest.id, .didNotStart(newest.knownReason, inARow: same.count), severity,
            since: same.last?.start, isNew: same.count == 1)
    }

    /// The job's latest run that worked failed, and how many before it.
    ///
    /// A run that could not start proves nothing about the script, neither after failed runs nor between them.
    private func outcome(_ facts: JobFacts) -> Verdict? {
        func hasWorked(_ run: JobRun) -> Bool { !run.isNotStarted && run.isOutcome }
        guard let newest = facts.runs.first(where: hasWorked), newest.endedBadly else { return nil }
        let worked = facts.runs.filter(hasWorked)
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

    /// The outcome changed often; it is over when the outcomes are mostly the same, so that one run more does not end it.
    private func flapping(_ facts: JobFacts) -> Verdict? {
        var ended: [(isBad: Bool, start: Date?)] = []
        for run in facts.runs where run.isComparable && ended.count < thresholds.flappingRuns * 3 {
            ended.append((run.endedBadly, run.start))
        }
        guard ended.count >= thresholds.flappingRuns, ended.contains(where: { $0.isBad != ended[0].isBad }) else { return nil }
        var found: (changes: Int, since: Date?)?
        for newest in (0...ended.count - thresholds.flappingRuns).reversed() {
            let runs = ended[newest..<newest + thresholds.flappingRuns]
            let changes = zip(runs, runs.dropFirst()).count { $0.isBad != $1.isBad }
            if changes >= thresholds.flaps || found != nil && changes * 2 > thresholds.flaps {
                found = (changes, found?.since ?? runs.last?.start)
            } else {
                found = nil
            }
        }
        return found.map {
            Verdict(
                job: facts.job.id, .flapping(changes: $0.changes, runs: thresholds.flappingRuns), .warning, since: $0.since,
                isNew: false)
        }
    }

    // MARK: The latest ended run against the usual

    /// How the latest run that worked through its items compares with those before it.
    private func lastEnded(_ facts: JobFacts) -> [Verdict] {
        guard let run = facts.runs.first(where: \.isComparable), !run.endedBadly else { return [] }
        let previous = facts.runs.drop { $0.id != run.id }.dropFirst().first(where: \.isComparable)
        let found = oddities(of: run, facts)
        guard !found.isEmpty else { return [] }
        return found.map { kind in
            let wasSo = previous.map { oddities(of: $0, facts).contains { $0.name == kind.name } } ?? false
            let basis = Usual(of: facts.runs, like: run.type, olderThan: run.id)?.runs
            return Verdict(
                job: facts.job.id, run: run.id, kind, kind.isNothing ? .severe : .warning, since: run.endTime?.date ?? run.start,
                isNew: !wasSo, basis: basis)
        }
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
        var verdicts = [waiting(run, facts)].compactMap { $0 }
        guard run.isMoving || run.isHeld else { return verdicts }
        // An answer about something else does not make the counts of this run newer.
        let seen = observations.lastSeen(run.id) ?? facts.known
        let usual = Usual(of: facts.runs, like: run.type, olderThan: run.id)
        if run.isMoving, let moved = observations.lastMovement(of: run) {
            let quiet = seen.timeIntervalSince(moved)
            if quiet >= stuckAfter(run, usual) {
                verdicts.append(
                    Verdict(
                        job: facts.job.id, run: run.id, .stuck(seconds: quiet), .severe, since: moved, isNew: true,
                        basis: usual?.runs))
            }
        }
        if let usual { verdicts += unusual(run, facts, usual, seen: seen) }
        return verdicts
    }

    /// How an active run already differs from the usual; what is so of a run stays so while it is paused.
    private func unusual(_ run: JobRun, _ facts: JobFacts, _ usual: Usual, seen: Date) -> [Verdict] {
        guard let start = run.startTime?.date else { return [] }
        var kinds: [(kind: Verdict.Kind, since: Date)] = []
        // Failed items only become more, so this does not come and go as a share of the ended items would, nor with a run that grows.
        let items = max(run.payloads ?? 0, run.done, Int(usual.payloads.high))
        if let share = run.failureShare, hasMoreFailures(run.failed, of: items, usual) {
            kinds.append((.moreFailures(failed: run.failed, share: share, usual: usual.failureShare), start))
        }
        // While it waits for a person, it does not become slower.
        let end = run.isHeld ? min(seen, run.updatedAt?.date ?? seen) : seen
        let elapsed = end.timeIntervalSince(start)
        if isSlow(elapsed, usual) {
            let limit = max(usual.duration.high * thresholds.slow, usual.duration.median + thresholds.leastSlow)
            kinds.append((.slow(seconds: elapsed, usual: usual.duration), start + limit))
        }
        guard !kinds.isEmpty else { return [] }
        let previous = facts.runs.drop { $0.id != run.id }.dropFirst().first(where: \.isComparable)
        let before = previous.map { oddities(of: $0, facts).map(\.name) } ?? []
        return kinds.map {
            Verdict(
                job: facts.job.id, run: run.id, $0.kind, .warning, since: $0.since, isNew: !before.contains($0.kind.name),
                basis: usual.runs)
        }
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
        // A run that finds another one active may be in the queue for a moment before it is canceled.
        let active = facts.runs.filter { run in
            run.isActive && run.begun.map { facts.known.timeIntervalSince($0) >= thresholds.overlap } ?? true
        }
        guard active.count > 1 else { return nil }
        let since = active.dropLast().last?.start
        return Verdict(job: facts.job.id, run: active[0].id, .overlaps(runs: active.count), .warning, since: since, isNew: true)
    }

    // MARK: The job itself

    private func pause(_ facts: JobFacts) -> Verdict? {
        guard facts.job.state == .known(.paused) else { return nil }
        guard !(facts.runs.first?.isActive ?? false) else { return nil }
        // Where the platform does not say since when: no run can have started since.
        let last = facts.runs.first.flatMap { $0.endTime?.date ?? $0.start }
        guard let since = facts.job.reason?.timestamp?.date ?? last else { return nil }
        let seconds = facts.jobKnown.timeIntervalSince(since)
        guard seconds >= thresholds.longPause else { return nil }
        return Verdict(job: facts.job.id, .pausedForLong(seconds: seconds), .notice, since: since, isNew: false)
    }

    private func due(_ facts: JobFacts) -> Verdict? {
        guard facts.job.state == .known(.active), let due = Due(facts) else { return nil }
        let seconds = facts.known.timeIntervalSince(due.time) - due.jitter
        if seconds >= max(thresholds.missed, min((due.period ?? 0) * 0.1, thresholds.mostMissed)) {
            return Verdict(job: facts.job.id, .missed(seconds: seconds), .severe, since: due.time, isNew: true)
        }
        guard seconds >= thresholds.late else { return nil }
        return Verdict(job: facts.job.id, .late(seconds: seconds), .warning, since: due.time, isNew: true)
    }

    /// Without a schedule nothing says that a run was due, but those that came like a clock have stopped.
    private func overdue(_ facts: JobFacts) -> Verdict? {
        guard facts.job.state == .known(.active), facts.job.schedule == nil, !facts.runs.contains(where: \.isActive),
            let latest = facts.runs.compactMap(\.begun).max(), let cadence = Cadence(of: facts.runs)
        else { return nil }
        let seconds = facts.known.timeIntervalSince(latest)
        guard seconds >= cadence.interval.high * thresholds.overdue + thresholds.missed else { return nil }
        return Verdict(
            job: facts.job.id, .overdue(seconds: seconds, usual: cadence.interval), .warning,
            since: latest + cadence.interval.median, isNew: true, basis: cadence.runs)
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

    /// Whether it is over by itself, and not because a person ended it.
    var isOutcome: Bool { !isActive && knownReason != .terminated && status != .known(.terminated) }

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
