/// The kind of a run's results file.
enum ResultsKind: Sendable, Equatable {
    /// One line per item, according to API.md, section 8.
    case items
    /// The same with the older form of an item.
    case olderItems
    case jsonArray
    case jsonObject
    case csv
    case zip
    case gzip
    case csvGzip
    case text
    case binary
    /// No bytes.
    case nothing
    /// Some lines are longer than 2 MB.
    case longLines
    /// Good lines with broken ones between them.
    case brokenLines
    /// This many GiB of lines of 1 KiB each.
    case large(gibibytes: Int)
    /// A format other than the one in `format`.
    case misnamed(format: String, file: Misnamed)

    enum Misnamed: Sendable, Equatable {
        case csv
        case gzip
        case items
    }

    /// The value of `format`.
    var format: String {
        switch self {
        case .items, .olderItems, .nothing, .longLines, .brokenLines, .large: "jsonl"
        case .jsonArray, .jsonObject: "json"
        case .csv: "csv"
        case .zip: "zip"
        case .gzip: "jsonl.gz"
        case .csvGzip: "csv.gz"
        case .text: "txt"
        case .binary: "bin"
        case .misnamed(let format, _): format
        }
    }

    /// The `Content-Type` that the store sends.
    var contentType: String {
        switch self {
        case .items, .olderItems, .nothing, .longLines, .brokenLines, .large: "application/jsonl"
        case .jsonArray, .jsonObject: "application/json"
        case .csv: "text/csv"
        case .zip: "application/zip"
        case .gzip, .csvGzip: "application/gzip"
        case .text: "text/plain"
        case .binary, .misnamed: "application/octet-stream"
        }
    }
}
