/// What the results file of a run is.
enum ResultsKind: Sendable, Equatable {
    /// One line an item, as API.md, section 8, says.
    case items
    /// The same with the older shape of an item.
    case olderItems
    case jsonArray
    case jsonObject
    case csv
    case zip
    case gzip
    case csvGzip
    case text
    case binary
    /// No bytes at all.
    case nothing
    /// Some lines are longer than 2 MB.
    case longLines
    /// Good lines with bad ones between them.
    case brokenLines
    /// Lines of 1 KiB each, that many GiB of them.
    case large(gibibytes: Int)
    /// Something else than the word in `format` says.
    case misnamed(format: String, file: Misnamed)

    enum Misnamed: Sendable, Equatable {
        case csv
        case gzip
        case items
    }

    /// The word in `format`.
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

    /// The `Content-Type` that the store gives.
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
