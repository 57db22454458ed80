import Insight
import Intuned

/// The rows of the list of jobs; each is made when its data changes, not for each message.
struct ShownJobs: Hashable, Sendable {
    /// The versions of a row's data other than the job.
    private struct Stamp: Hashable {
        var version: Int?
        var failure: Polling.Failure?
        var verdicts: [Verdict]
    }

    /// The rows that pass the filter, in the order of the list.
    private(set) var rows: [JobRow] = []
    /// The ids of the rows.
    private(set) var ids: [String] = []
    /// The length of the longest id, in characters.
    private(set) var longestID = 0
    /// All rows, in the platform's order.
    private(set) var all: [JobRow] = []
    private var stamps: [Stamp] = []
    private var version: Int?
    private var filter = Filter()

    /// Makes the changed rows again, and orders the rows if any has changed.
    mutating func follow(_ records: Records, _ polling: Polling, _ judgements: Judgements, _ filter: Filter) {
        let jobs = records.jobs?.jobs ?? []
        let isSameList = version == records.jobsVersion
        var hasChanged = !isSameList || filter != self.filter
        if !isSameList { (version, all, stamps) = (records.jobsVersion, [], []) }
        self.filter = filter
        for (place, job) in jobs.enumerated() {
            let failure = polling.track(.newestRuns(job: job.id)).failure
            let verdicts = judgements.verdicts(on: job.id)
            let stamp = Stamp(version: records.listings[job.id]?.version, failure: failure, verdicts: verdicts)
            if isSameList, stamps[place] == stamp { continue }
            hasChanged = true
            let row = JobRow(job: job, runs: records.listings[job.id]?.runs, failure: failure, verdicts: verdicts)
            if isSameList {
                (all[place], stamps[place]) = (row, stamp)
            } else {
                all.append(row)
                stamps.append(stamp)
            }
        }
        if hasChanged { order() }
    }

    /// Sorts indices instead of rows, which are large.
    private mutating func order() {
        let words = filter.words
        let places = all.indices.filter { words.isEmpty || Filter.matches(all[$0].searchable, words) }
        rows = places.sorted { (all[$0].attention, all[$0].job.id) < (all[$1].attention, all[$1].job.id) }.map { all[$0] }
        ids = rows.map(\.job.id)
        longestID = ids.map(\.count).max() ?? 0
    }
}
