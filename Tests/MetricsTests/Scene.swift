import FoundationEssentials
import Intuned
import Metrics

/// A project whose platform answers at a fixed time.
enum Scene {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)
    static let common = [MetricLabel("workspace", "w"), MetricLabel("project", "shop")]
    static let own = OwnFigures(version: "1.2.3", commit: "abc", started: now - 60, residentBytes: 1_048_576)

    static func ago(_ minutes: Double) -> Timestamp { Timestamp(now - minutes * 60) }

    static func run(
        _ id: String, _ status: Open<JobRunStatus> = .known(.success), started minutes: Double, took: Double? = 10,
        ok: Int? = 99, failed: Int? = 1, payloads: Int? = 100
    ) -> JobRun {
        JobRun(
            id: id, status: status, startTime: ago(minutes), endTime: took.map { ago(minutes - $0) }, createdAt: ago(minutes),
            updatedAt: ago(max(0, minutes - (took ?? minutes))), type: .known(.scheduled), payloads: payloads,
            successfulRuns: ok, failedRuns: failed)
    }

    static func job(_ id: String, _ state: Open<JobState> = .known(.active), next minutes: Double? = nil) -> JobListItem {
        JobListItem(id: id, state: state, nextRunTime: minutes.map(ago))
    }

    /// A record of these jobs with their runs, all answered now, at an uptime of 1000 seconds.
    static func record(_ jobs: [(job: JobListItem, runs: [JobRun])]) -> ProjectRecord {
        var record = ProjectRecord()
        record.take(Answered(value: JobList(jobs: jobs.map(\.job)), serverTime: now), wall: now, uptime: 1000)
        for (job, runs) in jobs {
            record.take(
                Answered(value: JobRunsPage(runs: runs), serverTime: now), of: job.id, wall: now, uptime: 1000)
        }
        return record
    }
}
