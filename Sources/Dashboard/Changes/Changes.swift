import Intuned

/// The fields of rows that the latest answers changed, while they are marked on the screen.
struct Changes: Equatable {
    /// The parts of a row that are marked when they change.
    enum Field: Hashable {
        /// The status and its sign.
        case status
        /// The number of items that are done, and those that are left.
        case done
        /// The number of items that went well.
        case ok
        /// The number of failed items.
        case failed
    }

    /// Seconds for which a change is marked.
    static let lifetime = 1.0

    private struct Place: Hashable {
        var run: String
        var field: Field
    }

    /// The uptime at which each mark ends.
    private var marks: [Place: Double] = [:]

    /// The uptime at which the next mark ends; nil if nothing is marked.
    var nextEnd: Double? { marks.values.min() }

    /// Whether a field of a run is marked.
    func contains(_ run: String, _ field: Field) -> Bool { !marks.isEmpty && marks[Place(run: run, field: field)] != nil }

    /// Marks what differs between two answers about a run.
    mutating func note(from old: JobRun, to new: JobRun, at now: Moment) {
        for field in Self.difference(old, new) { marks[Place(run: new.id, field: field)] = now.uptime + Self.lifetime }
    }

    /// Ends the marks whose time is over.
    mutating func expire(at now: Moment) {
        guard let next = nextEnd, next <= now.uptime else { return }
        marks = marks.filter { $0.value > now.uptime }
    }

    /// The fields that differ.
    static func difference(_ old: JobRun, _ new: JobRun) -> [Field] {
        let counts = [(old.successfulRuns, new.successfulRuns), (old.failedRuns, new.failedRuns), (old.payloads, new.payloads)]
        var fields: [Field] = old.status == new.status ? [] : [.status]
        if counts.contains(where: { $0 != $1 }) { fields.append(.done) }
        if old.successfulRuns != new.successfulRuns { fields.append(.ok) }
        if old.failedRuns != new.failedRuns { fields.append(.failed) }
        return fields
    }
}

extension State {
    /// Whether a field of a run is marked as changed.
    func isChanged(_ run: JobRun, _ field: Changes.Field) -> Bool { changes.contains(run.id, field) }

    /// Marks what an answer changes in the runs of a job; called before the answer is stored.
    mutating func noteChanges(in runs: [JobRun], of job: String, profile id: ProfileID) {
        guard !settings.isStill, id == profile.id else { return }
        for run in runs {
            guard let old = records.run(RunKey(profile: id, job: job, run: run.id)) else { continue }
            changes.note(from: old, to: run, at: now)
        }
    }
}
