/// Which rows to show; all conditions must hold.
package struct ResultsFilter: Hashable, Sendable {
    /// How the item ended; nil for any way.
    package var outcome: ItemOutcome?
    /// The API's name; nil for any.
    package var apiName: String?
    /// A ``FailureGroup/id`` of this file; nil for any.
    package var group: Int?
    /// Words that the row's text holds, capitals or not; empty for any.
    package var text: String

    /// Creates a filter; without arguments it lets everything pass.
    package init(outcome: ItemOutcome? = nil, apiName: String? = nil, group: Int? = nil, text: String = "") {
        self.outcome = outcome
        self.apiName = apiName
        self.group = group
        self.text = text
    }

    /// Whether it lets everything pass.
    package var isOpen: Bool { self == ResultsFilter() }
}
