/// What changed about a run between two answers.
package enum RunChange: Hashable, Sendable {
    /// The status is another one; the run is not over.
    case status(from: String)
    /// The reason is another one, though the status is not.
    case reason(from: String?)
    /// The number of items grew.
    case grew(from: Int)
    /// The first item failed.
    case firstFailure
    /// More items have ended.
    case items
    /// Something is wrong with the run that was not wrong before.
    case verdict(Verdict)
    /// Something is no longer wrong with the run; the name of the verdict's kind.
    case verdictOver(String)
    /// The run is over.
    case ended

    /// Returns what changed from one state of a run to a later one, in the order in which to tell it.
    ///
    /// The end says all about the items, and so does the first failure.
    package static func between(_ before: RunState, _ after: RunState) -> [RunChange] {
        guard before.id == after.id else { return [] }
        // An answer that is older than what is known changes nothing.
        if let known = before.updated, let updated = after.updated, updated < known { return [] }
        guard after.isActive || !before.isActive else { return [.ended] }
        var changes: [RunChange] = []
        if before.status != after.status {
            changes.append(.status(from: before.status))
        } else if before.reason != after.reason {
            changes.append(.reason(from: before.reason))
        }
        guard after.isActive else { return changes }
        if let from = before.payloads, let to = after.payloads, to > from { changes.append(.grew(from: from)) }
        if before.failed == 0, after.failed > 0 {
            changes.append(.firstFailure)
        } else if after.done > before.done || after.failed > before.failed {
            changes.append(.items)
        }
        return changes
    }
}
