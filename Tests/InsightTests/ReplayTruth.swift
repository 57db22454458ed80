import FoundationEssentials
import Insight
import Intuned

/// When which verdict on a simulated job is true.
struct ReplayTruth {
    /// A time in which a verdict is true.
    struct Episode {
        var name: String
        var from: Date
        var to: Date
    }

    /// Verdicts on the job's state, with the time in which they are true.
    private(set) var episodes: [Episode] = []
    /// Runs of which a verdict is true, as `run kind`.
    private(set) var ofRuns: Set<String> = []
    /// The same where it is a matter of taste: a run that waited has also taken long.
    private(set) var arguable: Set<String> = []

    /// Names that are true for a time; all others belong to a run.
    static let timed: Set<String> = ["failed", "missed", "stuck", "late"]
    static func isTimed(_ name: String) -> Bool {
        timed.contains(name) || name.hasPrefix("waits-for-person") || name.hasPrefix("did-not-start")
    }

    init(_ job: ReplayedJob, grace: Double) {
        let end = ReplayedJob.begin + Double(ReplayedJob.days) * 86_400
        let outcomes = job.runs.filter { !$0.start.isStopped }
        state(outcomes.filter { $0.start.blocked == nil }, until: end) { $0.start.status == .failure ? "failed" : nil }
        state(outcomes, until: end) { $0.start.blocked.map { "did-not-start:\($0.rawValue)" } }
        for due in job.skipped {
            let next = job.runs.first { $0.created > due }?.created ?? end
            episodes.append(Episode(name: "late", from: due + job.jitter + 60, to: due + job.jitter + grace))
            episodes.append(Episode(name: "missed", from: due + job.jitter + grace, to: next))
        }
        for run in job.runs {
            if run.start.status == .failure { arguable.insert("\(run.id) more-failures") }
            guard let rest = run.rest, let kind = run.start.rest else { continue }
            if let reason = kind.reason {
                episodes.append(Episode(name: "waits-for-person:\(reason.rawValue)", from: rest.from, to: rest.to))
            } else {
                let done = run.done(at: rest.from)
                let next = run.start.isStopped ? run.ended : min(run.time(of: done + 1), run.ended)
                episodes.append(Episode(name: "stuck", from: run.time(of: done) + 600, to: next))
            }
            arguable.insert("\(run.id) slow")
        }
    }

    /// A verdict that is true from the end of the first run of its kind to the end of the next one of another kind.
    private mutating func state(_ runs: [ReplayedRun], until end: Date, _ name: (ReplayedRun) -> String?) {
        for (place, run) in runs.enumerated() {
            guard let name = name(run) else { continue }
            let next = place + 1 < runs.count ? runs[place + 1].ended : end
            episodes.append(Episode(name: name, from: run.ended, to: next))
        }
    }

    /// Notes that a verdict on a run is true.
    mutating func say(_ kind: String, of run: ReplayedRun) { ofRuns.insert("\(run.id) \(kind)") }

    /// Whether a verdict may be shown at a time.
    func allows(_ name: String, at time: Date) -> Bool {
        episodes.contains { $0.name == name && $0.from <= time + 1 && time <= $0.to + 1 }
    }
}
