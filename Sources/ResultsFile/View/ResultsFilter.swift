package import Query

/// Which rows to show, of which all conditions must hold, and their order.
package struct ResultsFilter: Hashable, Sendable {
    /// The outcome of the item; nil for every outcome.
    package var outcome: ItemOutcome?
    /// The API's name; nil for every API.
    package var apiName: String?
    /// A ``FailureGroup/id`` of this file; nil for every group.
    package var group: Int?
    /// What the row must be like, with fixed times: ``Query/fixed(in:)``.
    package var query: Query
    /// The order of the rows that pass; at most ``ResultsFilter/mostSorted`` rows are sorted.
    package var order: ListOrder

    /// The most rows that are sorted.
    package static let mostSorted = RowSorting.mostRows
    /// The most bytes of text by which rows are sorted.
    package static let mostSortedBytes = RowSorting.mostBytes

    /// Creates a filter; without arguments every row passes, in the order of the file.
    package init(
        outcome: ItemOutcome? = nil, apiName: String? = nil, group: Int? = nil, query: Query = Query(),
        order: ListOrder = ListOrder()
    ) {
        self.outcome = outcome
        self.apiName = apiName
        self.group = group
        self.query = query
        self.order = order
    }

    /// Whether every row passes, in the order of the file.
    package var isOpen: Bool {
        outcome == nil && apiName == nil && group == nil && query.isEmpty && order.isStandard
    }

    /// The same rows in the order of the file.
    package var inFileOrder: ResultsFilter {
        ResultsFilter(outcome: outcome, apiName: apiName, group: group, query: query)
    }
}
