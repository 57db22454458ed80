import Dashboard
import FoundationEssentials
import Intuned

/// A job as commands print it: what the list of jobs says, without its runs.
struct JobRecord: KnownRow {
    var job: JobListItem
    var known: KnownTime

    static let kind = RecordKind<JobRecord>(
        known: "job", "jobs",
        [
            OutputField("job", .id, "The id of the job.") { .text($0.job.id) },
            OutputField("state", .text, "ACTIVE or PAUSED, as the platform says.") { .text($0.job.state.raw) },
        ],
        columns: ["job", "state"])
}
