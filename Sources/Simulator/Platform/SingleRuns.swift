/// Runs started individually by `run/start`, outside any job.
///
/// The newest hundred are kept.
struct SingleRuns: Sendable {
    private(set) var runs: [SingleRun] = []
    private var started = 0

    struct SingleRun: Sendable {
        var id: String
        var apiName: String
        var startedAt: Moment
    }

    /// Starts a run and returns its id.
    mutating func start(_ apiName: String, at moment: Moment, identifiers: Identifiers) -> String {
        // Job numbers have ten bits in an id; the last number means "no job".
        let id = identifiers.item(ItemAddress(job: 1023, ordinal: 0, index: started))
        started += 1
        runs.append(SingleRun(id: id, apiName: apiName, startedAt: moment))
        if runs.count > 100 { runs.removeFirst() }
        return id
    }
}

extension Platform {
    /// Starts a run outside any job and returns its id.
    mutating func startSingleRun(_ apiName: String) -> String {
        singleRuns.start(apiName, at: clock, identifiers: identifiers)
    }
}
