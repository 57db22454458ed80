import Insight
import Intuned
import Query

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
    private var view: ListView?

    /// Makes the changed rows again, and orders the rows if any has changed.
    mutating func follow(_ filter: Filter, in state: State) {
        let (records, polling, judgements) = (state.records, state.polling, state.judgements)
        let query = filter.query(JobFields.names)
        let view = ListView(filter, state.order(of: .jobs), dependsOnTime: query.dependsOnTime, in: state)
        let jobs = records.jobs?.jobs ?? []
        let isSameList = version == records.jobsVersion
        var hasChanged = !isSameList || view != self.view
        if !isSameList { (version, all, stamps) = (records.jobsVersion, [], []) }
        self.view = view
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
        if hasChanged { order(by: view.order, query, in: state) }
    }

    /// Sorts indices instead of rows, which are large.
    private mutating func order(by order: ListOrder, _ query: Query, in state: State) {
        var places = all.indices.sorted { (all[$0].attention, all[$0].job.id) < (all[$1].attention, all[$1].job.id) }
        if !query.isEmpty {
            let matcher = QueryMatcher(query, JobFields.all, in: state.surroundings) { $0.row.searchable }
            let needsProgress = query.names(anyOf: ListedJob.fieldsOfProgress)
            places = places.filter { matcher.matches(ListedJob(all[$0], in: state, needsProgress: needsProgress)) }
        }
        rows = places.map { all[$0] }
        if !order.isStandard {
            let needsProgress = order.field.map(ListedJob.fieldsOfProgress.contains) ?? false
            rows = order.sorted(rows.map { ListedJob($0, in: state, needsProgress: needsProgress) }, JobFields.all).map(\.row)
        }
        ids = rows.map(\.job.id)
        longestID = ids.map(\.count).max() ?? 0
    }
}
