/// The progress of a search.
package struct ResultsViewState: Hashable, Sendable {
    /// Rows that pass, so far; 0 until they are sorted, if they are sorted.
    package var count = 0
    /// Rows examined, so far.
    package var examined = 0
    /// Rows to examine, so far.
    package var rows = 0
    /// Whether the rows are in the order of the file because too many pass to be sorted.
    package var isTooMuchToSort = false
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
