package import FoundationEssentials
package import Insight
package import Intuned
package import Query

/// A job with what its fields depend on.
package struct ListedJob {
    /// The job.
    package var row: JobRow
    /// Now, by the platform's clock.
    package var now: Date
    /// How fast the active run gets on, where that is asked for.
    package var progress: Progress?

    /// Combines a job with the time and the progress.
    package init(_ row: JobRow, now: Date, progress: Progress? = nil) {
        (self.row, self.now, self.progress) = (row, now, progress)
    }

    init(_ row: JobRow, in state: State, needsProgress: Bool = false) {
        (self.row, now) = (row, state.serverNow)
        if needsProgress { progress = row.active.flatMap { state.progress(of: $0, usual: row.usual) } }
    }

    /// The fields that need the progress.
    static let fieldsOfProgress: Set<String> = ["rate", "ends"]

    /// The active run, or else the newest.
    package var run: JobRun? { row.active ?? row.runs?.first }
}

/// The fields of jobs, for filters and for the order; those of runs speak of the active run, or else of the newest.
package enum JobFields {
    /// All fields, each with how a job holds it.
    package static let all: [QueryField<ListedJob>] = [
        QueryField("job", .text) { .texts([$0.row.job.id]) },
        QueryField("status", .text) { .text($0.run?.status.raw) },
        QueryField("state", .text) { .texts([$0.row.job.state.raw]) },
        QueryField("problem", .text) { .texts($0.row.verdicts.flatMap { [Wording.title($0.kind), $0.kind.name] }) },
        QueryField("started", .time) { .at($0.row.lastActivity) },
        QueryField("age", .duration) { job in .amount(job.row.lastActivity.map { job.now.timeIntervalSince($0) }) },
        QueryField("took", .duration) { job in
            job.run.flatMap { RunDuration(of: $0, known: job.now) }
                .map { .number($0.seconds, usual: job.row.usual?.duration.median) } ?? .none
        },
        QueryField("usual", .duration) { .amount($0.row.usual?.duration.median) },
        QueryField("next", .duration) { job in .amount(job.row.job.nextRunTime?.date?.timeIntervalSince(job.now)) },
        QueryField("items", .number) { .count($0.run?.payloads) },
        QueryField("done", .number) { .count($0.row.active?.percentDone) },
        QueryField("rate", .number) { .amount($0.progress?.recentRate ?? $0.progress?.rate) },
        QueryField("ends", .time) { .at($0.progress?.end?.upperBound) },
        QueryField("bad", .number) { job in
            .count(job.row.runs?.prefix(RunStrip.width).count { Standing(of: $0).needsSomebody })
        },
        QueryField("failed", .number) { .count($0.run?.failedRuns) },
        QueryField("share", .share) { job in
            job.run?.failureShare.map { .number($0 * 100, usual: job.row.usual.map { $0.failureShare.median * 100 }) } ?? .none
        },
        QueryField("type", .text) { .texts([$0.row.job.schedule == nil ? "manual" : "scheduled"]) },
        QueryField("reason", .text) { job in
            .texts(
                [job.row.job.reason?.type.raw, job.run?.reason?.type?.raw, job.run?.reason?.message].compactMap { $0 })
        },
        QueryField("error", .text) { .texts([$0.run?.error?.code?.raw, $0.run?.error?.message].compactMap { $0 }) },
        QueryField("api", .text) { .texts($0.row.job.payload.map(\.apiName)) },
    ]

    /// Their names.
    package static let names = FieldNames(of: all)
}

extension JobRow {
    /// The texts that words of a filter look into.
    package var searchable: [String] {
        [
            job.id, job.state.raw, job.reason?.type.raw ?? "", runs?.first?.status.raw ?? "",
            runs?.first?.reason?.type?.raw ?? "",
        ] + job.payload.map(\.apiName)
    }
}
