import FoundationEssentials
import Insight
import Intuned

/// Runs and jobs for tables of facts.
enum Facts {
    /// The time at which everything is judged.
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    /// A time so many minutes before `now`, as the platform writes it.
    static func ago(_ minutes: Double) -> Timestamp { at(now.addingTimeInterval(-minutes * 60)) }

    /// A time as the platform writes it.
    static func at(_ date: Date) -> Timestamp { Timestamp(date) }

    /// A run that started so many minutes ago, and took so many unless it is active.
    static func run(
        _ id: String, _ status: JobRunStatus = .success, started minutes: Double, took: Double? = 10, ok: Int = 100,
        failed: Int = 0,
        payloads: Int? = nil, reason: RunReasonType? = nil, type: JobRunType = .scheduled, updated: Double? = nil,
        snapshot: ConfigurationSnapshot? = nil
    ) -> JobRun {
        JobRun(
            id: id, status: .known(status), startTime: ago(minutes),
            endTime: status.isActive ? nil : took.map { ago(minutes - $0) },
            createdAt: ago(minutes), updatedAt: updated.map(ago), type: .known(type), payloads: payloads ?? ok + failed,
            successfulRuns: ok, failedRuns: failed, reason: reason.map { RunReason(type: .known($0)) }, snapshot: snapshot)
    }

    /// So many ordinary runs, one an hour, newest first, the newest so many minutes ago.
    static func ordinary(_ count: Int = 10, from minutes: Double = 60) -> [JobRun] {
        (0..<count).map {
            run("old\($0)", started: minutes + Double($0) * 60, took: 10 + Double($0 % 3) * 0.2, ok: 99, failed: 1)
        }
    }

    /// A job that runs every hour.
    static func job(
        _ state: JobState = .active, next minutes: Double? = -30, every: String? = "1h", jitter: String? = nil,
        login: String? = nil
    ) -> JobListItem {
        JobListItem(
            id: "job", state: .known(state),
            schedule: every.map { Schedule(jitter: jitter.map { .string($0) }, intervals: [.string($0)]) },
            nextRunTime: minutes.map(ago), authSession: login.map { AuthSession(id: $0) })
    }

    /// The names of the verdicts on these runs.
    static func names(_ runs: [JobRun], job: JobListItem = job(), _ observations: Observations = Observations()) -> [String] {
        verdicts(runs, job: job, observations).map(\.kind.name)
    }

    /// The verdicts on these runs.
    static func verdicts(_ runs: [JobRun], job: JobListItem = job(), _ observations: Observations = Observations()) -> [Verdict] {
        Judge().verdicts(on: JobFacts(job: job, runs: runs, known: now), observations)
    }
}
