import Dashboard
import Intuned

/// A fetched results file, as `jobtop fetch` prints it.
struct FetchedRecord: Sendable {
    let job: String
    let run: String
    let file: FetchedFile

    static let kind = RecordKind<FetchedRecord>(
        name: "fetch", plural: "fetches",
        fields: [
            OutputField("job", .id, "The id of the job.") { .text($0.job) },
            OutputField("run", .id, "The id of the run.") { .text($0.run) },
            OutputField("path", .id, "The path of the file.") { .text($0.file.path) },
            OutputField("bytes", .bytes, "The size of the file in bytes.") { .count($0.file.bytes) },
            OutputField("restarts", .count, "How often the fetch had to begin again.") { .count($0.file.restarts) },
            OutputField("coding", .text, "How the store packed the file, such as gzip; null if it did not.") {
                .text($0.file.coding?.rawValue)
            },
        ],
        columns: ["path", "bytes"])
}
