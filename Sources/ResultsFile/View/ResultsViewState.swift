/// How far a filter has got.
package struct ResultsViewState: Hashable, Sendable {
    /// Rows that pass, so far.
    package var count = 0
    /// Rows looked at, so far.
    package var examined = 0
    /// Rows that there are to look at, so far.
    package var rows = 0
    /// Whether nothing more will come.
    package var isFinal = false
    /// Why it stopped before the end.
    package var failure: ResultsError?

    /// Nothing looked at yet.
    package init() {}

    init(count: Int, examined: Int, rows: Int, isFinal: Bool) {
        (self.count, self.examined, self.rows, self.isFinal) = (count, examined, rows, isFinal)
    }
}
