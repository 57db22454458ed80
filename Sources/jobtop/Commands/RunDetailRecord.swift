import Intuned

/// A run with its results, as `jobtop run` prints it.
struct RunDetailRecord: KnownRow {
    var run: RunRecord
    var results: RunResults?

    var known: KnownTime { run.known }

    static let kind = RecordKind<RunDetailRecord>(
        known: "runDetail", "runDetails",
        RunRecord.fields.map { field in
            OutputField(field.name, field.kind, field.meaning, role: field.role.map { role in { role($0.run) } }) {
                field.value($0.run)
            }
        } + [
            OutputField("resultsFormat", .text, "The format of the results file; unknown while there are no results.") {
                .text($0.results?.format)
            },
            OutputField("resultsSize", .bytes, "The size of the results file in bytes.") { .decimal($0.results?.size) },
            OutputField("resultsLink", .text, "The signed link to the results file, a secret.") {
                $0.results.map { .secret($0.signedURL) } ?? .null
            },
            OutputField("resultsLinkExpires", .time, "When the link expires.") { .time($0.results?.expiration) },
        ],
        columns: RunRecord.fields.map(\.name) + ["resultsFormat", "resultsSize", "resultsLinkExpires", "knownAt", "knownAge"])
}
