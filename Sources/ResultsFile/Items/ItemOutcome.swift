/// How one item ended; the raw values are those of the index file.
package enum ItemOutcome: UInt8, Hashable, Sendable, CaseIterable {
    /// The row says neither, or a word that is not known.
    case unknown = 0
    /// It has a result and no error.
    case ok
    /// It has an error.
    case failed
    /// It has a reason for not having run, and no error.
    case canceled
    /// The row cannot be read.
    case broken

    /// What a status word means; lower case in results (API.md sections 3.8 and 8), any case here.
    init(status: String) {
        switch status.lowercased() {
        case "completed", "complete", "ok", "success", "succeeded": self = .ok
        case "failed", "failure", "error": self = .failed
        case "canceled", "cancelled", "terminated", "skipped": self = .canceled
        default: self = .unknown
        }
    }
}
