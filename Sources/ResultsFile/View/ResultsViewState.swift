/// The progress of a search.
package struct ResultsViewState: Hashable, Sendable {
    /// Rows that pass, so far.
    package var count = 0
    /// Rows examined, so far.
    package var examined = 0
    /// Rows to examine, so far.
    package var rows = 0
    /// Whether the search has ended.
    package var isFinal = false
    /// Why the search ended early.
    package var failure: ResultsError?

    /// Creates the state before a search.
    package init() {}

    init(count: Int, examined: Int, rows: Int, isFinal: Bool) {
        (self.count, self.examined, self.rows, self.isFinal) = (count, examined, rows, isFinal)
    }
}
