package import FoundationEssentials
package import Intuned

/// The counts of a run at one time, as an answer of the platform told them.
package struct Observation: Hashable, Sendable {
    /// When the platform answered, by its own clock.
    package var time: Date
    /// Items that had ended well.
    package var ok: Int
    /// Items that had failed.
    package var failed: Int
    /// Items in all.
    package var payloads: Int?

    /// Creates an observation.
    package init(time: Date, ok: Int, failed: Int, payloads: Int?) {
        (self.time, self.ok, self.failed, self.payloads) = (time, ok, failed, payloads)
    }

    /// Items that had ended.
    package var done: Int { ok + failed }
}

/// When which count of an active run moved, as far as jobtop saw it; bounded, and gone when jobtop ends.
package struct Observations: Hashable, Sendable {
    /// Observations kept of one run; older ones are thinned out first.
    package static let mostOfARun = 240
    /// Runs that are kept.
    package static let mostRuns = 200

    private var byRun: [String: [Observation]] = [:]

    /// Creates an empty record.
    package init() {}

    /// What was seen of a run, oldest first.
    package func of(_ run: String) -> [Observation] { byRun[run] ?? [] }

    /// Notes the counts of a run as an answer brought them; a run that has ended is kept, for its graph, until others need the room.
    ///
    /// - Parameter time: when the platform answered, by its own clock.
    package mutating func note(_ run: JobRun, at time: Date) {
        guard run.isActive || byRun[run.id] != nil else { return }
        let new = Observation(time: time, ok: run.ok, failed: run.failed, payloads: run.payloads)
        if let last = byRun[run.id]?.last {
            // The counts of a run that has ended are told with every answer.
            guard time >= last.time, run.isActive || !last.isSame(as: new) else { return }
        }
        var seen = byRun[run.id] ?? []
        if let last = seen.last {
            // Between two answers without a movement, only the first and the last one matter.
            if seen.count > 1, last.isSame(as: new), seen[seen.count - 2].isSame(as: new) { seen.removeLast() }
        }
        seen.append(new)
        if seen.count > Self.mostOfARun {
            seen = seen.indices.filter { $0.isMultiple(of: 2) || $0 > seen.count / 2 }.map { seen[$0] }
        }
        byRun[run.id] = seen
        if byRun.count > Self.mostRuns,
            let oldest = byRun.min(by: { ($0.value.last?.time ?? .distantPast) < ($1.value.last?.time ?? .distantPast) })
        {
            byRun[oldest.key] = nil
        }
    }

    /// When an answer last told the counts of a run; nil when none was seen.
    package func lastSeen(_ run: String) -> Date? { byRun[run]?.last?.time }

    /// When a count of a run last moved: as it was seen, else as the platform says.
    package func lastMovement(of run: JobRun) -> Date? {
        let seen = of(run.id)
        var moved: Date?
        for (before, after) in zip(seen, seen.dropFirst()) where !before.isSame(as: after) { moved = after.time }
        return [moved, run.updatedAt?.date, run.start].compactMap { $0 }.max()
    }
}

extension Observation {
    /// Whether no count differs.
    fileprivate func isSame(as other: Observation) -> Bool {
        ok == other.ok && failed == other.failed && payloads == other.payloads
    }
}
