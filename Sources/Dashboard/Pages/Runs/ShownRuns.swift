import Intuned

/// The runs of a list that pass its filter; computed when the list or the filter changes, not for each key.
struct ShownRuns: Hashable, Sendable {
    /// The runs, in the order of the list.
    private(set) var rows: [JobRun] = []
    /// The ids of the rows.
    private(set) var ids: [String] = []
    private var version: Int?
    private var filter = Filter()

    /// Computes the rows again if the list or the filter has changed.
    mutating func follow(_ listing: RunsListing?, _ filter: Filter) {
        guard version != listing?.version || filter != self.filter || (listing == nil) != (version == nil) else { return }
        (version, self.filter) = (listing?.version, filter)
        let runs = listing?.runs ?? []
        let words = filter.words
        rows = words.isEmpty ? runs : runs.filter { Filter.matches($0.searchable, words) }
        ids = rows.map(\.id)
    }
}
