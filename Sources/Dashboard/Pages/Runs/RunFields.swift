package import FoundationEssentials
package import Insight
package import Intuned
package import Query

/// A run with what its fields depend on.
package struct ListedRun {
    /// The run.
    package var run: JobRun
    /// The time up to which the run is known, by the platform's clock.
    package var known: Date
    /// What is usual for runs that were started like this one.
    package var usual: Usual?
}

/// The fields of runs, for filters and for the order.
package enum RunFields {
    /// All fields, each with how a run holds it.
    package static let all: [QueryField<ListedRun>] = [
        QueryField("status", .text) { .texts([$0.run.status.raw]) },
        QueryField("id", .text) { .texts([$0.run.id]) },
        QueryField("type", .text) { .text($0.run.type?.raw) },
        QueryField("started", .time) { .at($0.run.start) },
        QueryField("ended", .time) { .at($0.run.endTime?.date) },
        QueryField("age", .duration) { row in .amount(row.run.start.map { row.known.timeIntervalSince($0) }) },
        QueryField("took", .duration) { row in
            RunDuration(of: row.run, known: row.known).map { .number($0.seconds, usual: row.usual?.duration.median) } ?? .none
        },
        QueryField("items", .number) { .count($0.run.payloads) },
        QueryField("done", .number) { .count($0.run.percentDone) },
        QueryField("ok", .number) { .count($0.run.successfulRuns) },
        QueryField("failed", .number) { .count($0.run.failedRuns) },
        QueryField("left", .number) { .count($0.run.left) },
        QueryField("share", .share) { row in
            row.run.failureShare.map { .number($0 * 100, usual: row.usual.map { $0.failureShare.median * 100 }) } ?? .none
        },
        QueryField("reason", .text) { .texts([$0.run.reason?.type?.raw, $0.run.reason?.message].compactMap { $0 }) },
        QueryField("error", .text) { .texts([$0.run.error?.code?.raw, $0.run.error?.message].compactMap { $0 }) },
    ]

    /// Their names.
    package static let names = FieldNames(of: all)

    /// Prepares runs for their fields: what is usual is measured once for each way to start a run.
    package static func rows(_ runs: [JobRun], known: Date) -> [ListedRun] {
        var usual: [Open<JobRunType>?: Usual?] = [:]
        return runs.map { run in
            let measured = usual[run.type] ?? Usual(of: runs, like: run.type)
            usual[run.type] = .some(measured)
            return ListedRun(run: run, known: known, usual: measured)
        }
    }
}

extension JobRun {
    /// The texts that words of a filter look into.
    package var searchable: [String] {
        [
            id, status.raw, type?.raw ?? "", reason?.type?.raw ?? "", reason?.message ?? "", error?.code?.raw ?? "",
            error?.message ?? "",
        ]
    }

    /// The items that have ended, in percent of all.
    var percentDone: Int? {
        guard let payloads, payloads > 0, let left else { return nil }
        return (max(payloads, 0) - left) * 100 / payloads
    }
}
