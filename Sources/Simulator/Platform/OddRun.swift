/// The differences of one run of the history.
struct OddRun: Sendable {
    /// Members of its row that are replaced, added, or (nil) omitted.
    var overlay: [(key: String, value: JSON?)] = []
    /// A replacement for its whole row.
    var row: JSON?
    var status: StatusWord?
    var results: ResultsKind?
}
