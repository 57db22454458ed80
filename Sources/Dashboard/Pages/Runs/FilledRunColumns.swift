import Intuned

/// The columns of runs that have something in any loaded run.
struct FilledRunColumns: Hashable, Sendable {
    /// Whether a run is active, so that items are left.
    var left = false
    /// Whether the platform reports the type of a run.
    var type = false
    /// Whether the platform reports the number of items of a run.
    var done = false
    /// Whether an item of a run failed.
    var failed = false

    /// Nothing in any column.
    init() {}

    /// Looks at all runs.
    init(_ runs: [JobRun]) {
        left = runs.contains(where: \.isActive)
        type = runs.contains { $0.type != nil }
        done = runs.contains { ($0.payloads ?? 0) > 0 }
        failed = runs.contains { ($0.failedRuns ?? 0) > 0 }
    }
}
