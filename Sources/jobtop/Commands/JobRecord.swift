import Dashboard
import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// A job as commands print it; its runs are spoken of by the active one, or else by the newest.
struct JobRecord: KnownRow {
    let surveyed: SurveyedJob
    let listed: ListedJob

    var known: KnownTime { surveyed.known }

    init(_ surveyed: SurveyedJob) { (self.surveyed, listed) = (surveyed, surveyed.listed) }

    static let kind = RecordKind<JobRecord>(
        known: "job", "jobs",
        [
            asked("job", .id, "The id of the job."),
            asked("state", .text, "ACTIVE or PAUSED, as the platform says."),
            OutputField("run", .id, "The id of the active run, or else of the newest.") { .text($0.listed.run?.id) },
            OutputField("status", .text, "The status of that run in the platform's word.", role: { $0.role }) {
                .text($0.listed.run?.status.raw)
            },
            OutputField("outcome", .text, "What the status comes to: \(RunOutcome.words).") {
                .text($0.listed.run.map { RunOutcome($0).rawValue })
            },
            OutputField("severity", .text, "How much the worst problem needs a person: severe, warning or notice.") {
                .text($0.surveyed.verdicts.first.map { Wording.word($0.severity) })
            },
            OutputField("problem", .text, "The worst problem in words.", role: { _ in .warning }) {
                .text($0.surveyed.verdicts.first.map { Wording.title($0.kind) })
            },
            OutputField("problems", .texts, "The kinds of all problems, worst first.") {
                .texts($0.surveyed.verdicts.map(\.kind.name))
            },
            asked("started", .time, "When that run started."),
            asked("age", .seconds, "Seconds since then, when the answer was sent."),
            asked("took", .seconds, "Seconds that the run took, or has taken so far."),
            asked("usual", .seconds, "Seconds that a run usually takes."),
            asked("items", .count, "The number of its items."),
            asked("done", .percent, "The ended items of the active run, in percent of all."),
            OutputField("ok", .count, "The items that succeeded.") { .count($0.listed.run?.successfulRuns) },
            asked("failed", .count, "The items that failed."),
            asked("share", .percent, "The failed items, in percent of the ended ones."),
            asked("rate", .number, "Items per minute of the active run."),
            asked("ends", .time, "When the active run ends at the latest, as estimated."),
            asked("bad", .count, "The bad runs among the last 20."),
            OutputField("runs", .count, "The number of all its runs.") { .count($0.surveyed.totalRuns) },
            asked("next", .seconds, "Seconds until the schedule starts it next; negative if that is over."),
            OutputField("nextAt", .time, "When the schedule starts it next.") { .time($0.surveyed.job.nextRunTime) },
            asked("type", .text, "scheduled, or manual without a schedule."),
            OutputField("reason", .text, "Why the job is paused, or why the run has its status.") { row in
                .text(row.surveyed.job.reason?.type.raw ?? row.listed.run?.reason?.type?.raw)
            },
            OutputField("error", .text, "The code of the run's error.") { .text($0.listed.run?.error?.code?.raw) },
            OutputField("apis", .texts, "The APIs that its runs call.") { row in
                var apis: [String] = []
                for item in row.surveyed.job.payload where !apis.contains(item.apiName) { apis.append(item.apiName) }
                return .texts(apis)
            },
        ],
        columns: ["job", "status", "problem", "started", "took", "items", "done", "failed", "next", "state"],
        facts: [.unknown, .unreadable])

    /// The fields that the list of jobs alone can fill, without the runs of each job.
    static let fieldsOfTheList: Set<String> = ["job", "state", "next", "nextAt", "type", "apis", "knownAt", "knownAge"]

    private static func asked(_ name: String, _ kind: OutputKind, _ meaning: String) -> OutputField<JobRecord> {
        .asked(name, kind, meaning, in: JobFields.all) { $0.listed }
    }

    /// The color of the status.
    var role: Role { listed.run.map { RunOutcome($0).role } ?? .normal }
}
