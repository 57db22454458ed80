/// The outcome of an item; the raw values are those of the index file.
package enum ItemOutcome: UInt8, Hashable, Sendable, CaseIterable {
    /// The row has no outcome, or an unknown word for it.
    case unknown = 0
    /// The item has a result and no error.
    case ok
    /// The item has an error.
    case failed
    /// The item did not run, has a reason, and has no error.
    case canceled
    /// The row cannot be read.
    case broken

    /// The meaning of a status word; lower case in results (API.md sections 3.8 and 8), any case here.
    init(status: String) {
        switch status.lowercased() {
        case "completed", "complete", "ok", "success", "succeeded": self = .ok
        case "failed", "failure", "error": self = .failed
        case "canceled", "cancelled", "terminated", "skipped": self = .canceled
        default: self = .unknown
        }
    }
}
