import Dashboard
import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// A run as commands print it.
struct RunRecord: KnownRow {
    var job: String
    var listed: ListedRun
    var known: KnownTime

    var run: JobRun { listed.run }

    /// The fields that every command about runs has.
    static let fields: [OutputField<RunRecord>] = [
        OutputField("job", .id, "The id of the job.") { .text($0.job) },
        OutputField("id", .id, "The id of the run.") { .text($0.run.id) },
        OutputField("status", .text, "The status in the platform's word, such as PENDING or SUCCESS.", role: { $0.role }) {
            .text($0.run.status.raw)
        },
        OutputField("outcome", .text, "What the status comes to: \(RunOutcome.words).") { .text(RunOutcome($0.run).rawValue) },
        asked("type", .text, "MANUAL or SCHEDULED."),
        OutputField("created", .time, "When the run was created.") { .time($0.run.createdAt) },
        asked("started", .time, "When the run started; when it was created if the platform does not say."),
        asked("ended", .time, "When the run ended."),
        asked("age", .seconds, "Seconds since it started, when the answer was sent."),
        asked("took", .seconds, "Seconds from its start to its end; of an active run, until the answer was sent."),
        asked("items", .count, "The number of items."),
        asked("done", .percent, "The ended items, in percent of all."),
        asked("ok", .count, "The items that succeeded."),
        asked("failed", .count, "The items that failed."),
        asked("left", .count, "The items that have not ended."),
        asked("share", .percent, "The failed items, in percent of the ended ones."),
        OutputField("reason", .text, "The kind of reason for the status.") { .text($0.run.reason?.type?.raw) },
        OutputField("reasonMessage", .text, "The reason in the platform's words.") { masked($0.run.reason?.message) },
        OutputField("error", .text, "The code of the run's error.") { .text($0.run.error?.code?.raw) },
        OutputField("errorMessage", .text, "The error in the platform's words.") { masked($0.run.error?.message) },
    ]

    static let kind = RecordKind<RunRecord>(
        known: "run", "runs", fields,
        columns: ["id", "status", "started", "took", "items", "ok", "failed", "type", "reason"],
        facts: [
            ListFact(name: "total", meaning: "The number of all runs of the job; null if the platform does not say."),
            .unreadable,
        ])

    private static func asked(_ name: String, _ kind: OutputKind, _ meaning: String) -> OutputField<RunRecord> {
        .asked(name, kind, meaning, in: RunFields.all) { $0.listed }
    }

    /// Words of the platform, with dots in place of secrets in addresses.
    static func masked(_ text: String?) -> JSONValue {
        guard let text else { return .null }
        return Secret.urls(in: text).map { .secret($0) } ?? .string(text)
    }

    /// The color of the status.
    var role: Role { RunOutcome(run).role }
}
