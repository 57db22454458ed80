import FoundationEssentials
import Intuned
import Query

/// The runs of a list that pass its filter, in their order; computed when the list or the view changes, not for each key.
struct ShownRuns: Hashable, Sendable {
    /// The runs, in the order of the list.
    private(set) var rows: [JobRun] = []
    /// The ids of the rows.
    private(set) var ids: [String] = []
    /// What any of the loaded runs has, whatever the filter.
    private(set) var filled = FilledRunColumns()
    private var version: Int?
    private var view: ListView?

    /// Computes the rows again if the list, the filter or the order has changed.
    mutating func follow(_ listing: RunsListing?, _ filter: Filter, in state: State) {
        let query = filter.query(RunFields.names)
        let view = ListView(filter, state.order(of: .runs), dependsOnTime: query.dependsOnTime, in: state)
        guard version != listing?.version || view != self.view || (listing == nil) != (version == nil) else { return }
        (version, self.view) = (listing?.version, view)
        let runs = listing?.runs ?? []
        filled = FilledRunColumns(runs)
        if query.isEmpty, view.order.isStandard {
            rows = runs
        } else {
            let listed = RunFields.rows(runs, known: state.serverNow)
            let matcher = QueryMatcher(query, RunFields.all, in: state.surroundings) { $0.run.searchable }
            rows = view.order.sorted(query.isEmpty ? listed : listed.filter(matcher.matches), RunFields.all).map(\.run)
        }
        ids = rows.map(\.id)
    }
}
