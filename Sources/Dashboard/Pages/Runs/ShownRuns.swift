import Intuned

/// The runs of a list that pass its filter: made when the list or the filter changes and not for each key.
struct ShownRuns: Hashable, Sendable {
    /// The runs, in the order of the list.
    private(set) var rows: [JobRun] = []
    /// Their ids.
    private(set) var ids: [String] = []
    private var version: Int?
    private var filter = Filter()

    /// Makes the rows anew if they are not those of this list and filter any more.
    mutating func follow(_ listing: RunsListing?, _ filter: Filter) {
        guard version != listing?.version || filter != self.filter || (listing == nil) != (version == nil) else { return }
        (version, self.filter) = (listing?.version, filter)
        let runs = listing?.runs ?? []
        let words = filter.words
        rows = words.isEmpty ? runs : runs.filter { Filter.matches($0.searchable, words) }
        ids = rows.map(\.id)
    }
}
