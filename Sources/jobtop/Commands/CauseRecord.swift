import Intuned
import ResultsFile

/// A cause of failures in a results file, as `jobtop items --failures` prints it.
struct CauseRecord: Sendable {
    let group: FailureGroup

    static let kind = RecordKind<CauseRecord>(
        name: "cause", plural: "causes",
        fields: [
            OutputField("count", .count, "The number of failed items.") { .count($0.group.count) },
            OutputField("code", .text, "The code of their error.") { .text($0.group.code) },
            OutputField("cause", .text, "The code and the message without the parts that differ between items.") {
                RunRecord.masked($0.group.signature.text)
            },
            OutputField("example", .text, "The message of the first of them.") { RunRecord.masked($0.group.example) },
            OutputField("row", .count, "The number of the first of them in the file, from 1.") {
                .count($0.group.exampleRow + 1)
            },
            OutputField("firstStarted", .time, "When the earliest of them started.") { .time($0.group.firstStarted) },
            OutputField("lastStarted", .time, "When the latest of them started.") { .time($0.group.lastStarted) },
        ],
        columns: ["count", "code", "row", "lastStarted", "example"])
}
