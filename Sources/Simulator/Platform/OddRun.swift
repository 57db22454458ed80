/// What is different about one run of the history.
struct OddRun: Sendable {
    /// Members of its row that are replaced, added, or (nil) left out.
    var overlay: [(key: String, value: JSON?)] = []
    /// What stands in place of its row.
    var row: JSON?
    var status: StatusWord?
    var results: ResultsKind?
}
