package import FoundationEssentials
package import Intuned

/// Something that needs a person: one verdict, or several with one cause.
package struct Problem: Hashable, Sendable {
    /// The verdicts, worst and newest first; never empty.
    package let verdicts: [Verdict]
    /// Whether one cause outside the jobs stands behind them.
    package let isShared: Bool

    /// The verdict that stands for all.
    package var first: Verdict { verdicts[0] }
    /// How much it needs a person.
    package var severity: Severity { verdicts.map(\.severity).max() ?? .notice }
    /// Since when the first of them is so.
    package var since: Date? { verdicts.compactMap(\.since).min() }
    /// Whether any of them is new.
    package var isNew: Bool { verdicts.contains(where: \.isNew) }
    /// The jobs, each once.
    package var jobs: [String] {
        var seen: Set<String> = []
        return verdicts.map(\.job).filter { seen.insert($0).inserted }
    }
    /// What tells it from others while its figures and its jobs change.
    package var identity: Verdict.Identity { isShared ? .init(job: "", name: first.kind.name) : first.identity }

    /// Groups verdicts by cause and puts the worst first, then the newest.
    ///
    /// Jobs share a cause when they cannot start for want of credits, or for one login or one sink that they name alike.
    ///
    /// - Parameter jobs: the jobs by id, for what they name.
    package static func grouped(_ verdicts: [Verdict], jobs: (String) -> JobListItem?) -> [Problem] {
        var shared: [String: [Verdict]] = [:]
        var order: [String] = []
        for (place, verdict) in verdicts.enumerated() {
            let key = cause(of: verdict, jobs(verdict.job)) ?? "\(place)"
            if shared[key] == nil { order.append(key) }
            shared[key, default: []].append(verdict)
        }
        let problems = order.compactMap { shared[$0] }.map { group in
            let sorted = group.sorted { ($0.severity, $0.since ?? .distantPast) > ($1.severity, $1.since ?? .distantPast) }
            return Problem(verdicts: sorted, isShared: Set(sorted.map(\.job)).count > 1)
        }
        return problems.sorted {
            ($0.severity, $0.since ?? .distantPast, $1.first.job) > ($1.severity, $1.since ?? .distantPast, $0.first.job)
        }
    }

    private static func cause(of verdict: Verdict, _ job: JobListItem?) -> String? {
        let reason: RunReasonType?
        switch verdict.kind {
        case .didNotStart(let type, _), .waitsForPerson(let type): reason = type
        default: return nil
        }
        switch reason {
        case .insufficientResourceCredits: return "credits"
        case .authSessionNotFound, .authSessionValidateDependencyFailed, .authSessionInvalidMidJob, .authSessionLocked:
            return (job?.authSession?.id).map { "login:\(verdict.kind.name):\($0)" }
        case .s3SinkError, .anotherJobRunActive, .terminated, .userRequest, nil: return nil
        }
    }
}
