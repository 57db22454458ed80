import Dashboard
import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// A problem as commands print it.
struct ProblemRecord: KnownRow {
    let listed: ListedProblem
    /// When the oldest answer arrived that it stands on.
    let known: KnownTime

    private var problem: Problem { listed.problem }

    static let kind = RecordKind<ProblemRecord>(
        known: "problem", "problems",
        [
            OutputField("severity", .text, "How much it needs a person: severe or warning.", role: { $0.role }) {
                .text(Wording.word($0.problem.severity))
            },
            OutputField("job", .id, "The job that shows it best.") { .text($0.problem.first.job) },
            OutputField("jobs", .texts, "All jobs that have it.") { .texts($0.problem.jobs) },
            OutputField("kind", .text, "The kind in a word that never changes, such as stuck or did-not-start:terminated.") {
                .text($0.problem.first.kind.name)
            },
            OutputField("problem", .text, "What is wrong, in words.") { .text(Wording.title(of: $0.problem)) },
            OutputField("since", .seconds, "Seconds since it is so, when the answer was sent.") { row in
                .decimal(row.problem.since.map { row.listed.now.timeIntervalSince($0) })
            },
            OutputField("started", .time, "Since when it is so.") { .time($0.problem.since) },
            OutputField("new", .flag, "Whether it was not so for the previous run.") { .bool($0.problem.isNew) },
            OutputField("run", .id, "The run that shows it; unknown if no run does.") { .text($0.problem.first.run) },
            OutputField("evidence", .text, "The facts that show it.") { .text(Wording.evidence($0.problem.first)) },
            OutputField("advice", .text, "What to do.") { .text(Wording.advice($0.problem.first.kind)) },
        ],
        columns: ["severity", "job", "problem", "since", "new", "evidence"],
        facts: [ListFact(name: "jobs", meaning: "The number of jobs that were judged."), .unknown, .unreadable])

    /// The color of the severity.
    private var role: Role {
        switch problem.severity {
        case .severe: .bad
        case .warning: .warning
        case .notice: .normal
        }
    }
}
