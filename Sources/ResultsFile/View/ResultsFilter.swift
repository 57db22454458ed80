/// Which rows to show; all conditions must hold.
package struct ResultsFilter: Hashable, Sendable {
    /// The outcome of the item; nil for every outcome.
    package var outcome: ItemOutcome?
    /// The API's name; nil for every API.
    package var apiName: String?
    /// A ``FailureGroup/id`` of this file; nil for every group.
    package var group: Int?
    /// Words that the row's text must contain, in any case of letters; empty for every row.
    package var text: String

    /// Creates a filter; without arguments every row passes.
    package init(outcome: ItemOutcome? = nil, apiName: String? = nil, group: Int? = nil, text: String = "") {
        self.outcome = outcome
        self.apiName = apiName
        self.group = group
        self.text = text
    }

    /// Whether every row passes.
    package var isOpen: Bool { self == ResultsFilter() }
}
