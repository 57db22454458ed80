import Dashboard
import Intuned

/// One line of `jobtop watch`.
struct WatchRecord: KnownRow {
    var event: WatchEvent
    /// The line for people.
    var text: String
    var job: String
    var run: JobRun?
    var known: KnownTime

    static let kind = RecordKind<WatchRecord>(
        known: "event", "events",
        [
            OutputField(
                "event", .text,
                "waiting, present, started, status, reason, grew, items, first-failure, verdict, verdict-over, ended, lost or back."
            ) { .text($0.event.name) },
            OutputField("text", .text, "The event as a sentence.") { .text($0.text) },
            OutputField("job", .id, "The id of the job.") { .text($0.job) },
            OutputField("run", .id, "The id of the run; null while there is none.") { .text($0.run?.id) },
            OutputField("status", .text, "The status, as the platform says.") { .text($0.run?.status.raw) },
            OutputField("items", .count, "The number of items.") { .count($0.run?.payloads) },
            OutputField("ok", .count, "The items that succeeded.") { .count($0.run?.successfulRuns) },
            OutputField("failed", .count, "The items that failed.") { .count($0.run?.failedRuns) },
            OutputField("verdict", .text, "The kind of the verdict that the event is about.") { .text($0.event.verdict) },
        ],
        columns: ["text"])
}
