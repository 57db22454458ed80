package import FoundationEssentials
package import Insight
package import Intuned
package import Query

/// A run of a list with what its fields depend on.
///
/// It names the run by its index: runs are large, and lists are long.
package struct ListedRun {
    private let runs: [JobRun]
    /// The run's index in the list.
    package let index: Int
    /// The time up to which the run is known, by the platform's clock.
    package let known: Date
    /// What is usual for runs that were started like this one; nil where nobody asks.
    package let usual: Usual?

    fileprivate init(_ runs: [JobRun], _ index: Int, known: Date, usual: Usual?) {
        (self.runs, self.index, self.known, self.usual) = (runs, index, known, usual)
    }

    /// The run.
    @inline(__always) package var run: JobRun { runs[index] }
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

    /// Prepares runs for their fields.
    ///
    /// - Parameter needsUsual: whether a term compares with what is usual, which is measured once for each way to start a run.
    package static func rows(_ runs: [JobRun], known: Date, needsUsual: Bool) -> [ListedRun] {
        var measured: [(type: Open<JobRunType>?, usual: Usual?)] = []
        return runs.indices.map { index in
            guard needsUsual else { return ListedRun(runs, index, known: known, usual: nil) }
            let type = runs[index].type
            if let found = measured.first(where: { $0.type == type }) {
                return ListedRun(runs, index, known: known, usual: found.usual)
            }
            measured.append((type, Usual(of: runs, like: type)))
            return ListedRun(runs, index, known: known, usual: measured.last?.usual)
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
