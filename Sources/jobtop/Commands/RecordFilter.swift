import Dashboard
import FoundationEssentials
import Query

/// The `--filter` of a command: a query over the same fields as in the dashboard.
struct RecordFilter<Row> {
    /// The query as typed.
    let query: Query
    private let fields: [QueryField<Row>]
    private let words: (Row) -> [String]
    private let offsets: UTCOffsets

    /// Reads the filter; a part that is not understood is an error, since a script does not see a mark on the screen.
    ///
    /// - Parameters:
    ///   - fields: what a query may ask for.
    ///   - words: the texts of a row that words look into.
    init(
        _ settings: OutputSettings, _ fields: [QueryField<Row>], words: @escaping (Row) -> [String]
    ) throws(CommandFailure) {
        query = Query(settings.filter ?? "", FieldNames(of: fields))
        (self.fields, self.words, offsets) = (fields, words, settings.offsets)
        if let mistake = query.mistakes.first { throw .usage("--filter: \(Wording.sentence(mistake))") }
    }

    /// The test for rows that are known up to a time by the platform's clock.
    func matcher(now: Date) -> QueryMatcher<Row> {
        let offsets = offsets
        let surroundings = QuerySurroundings(now: now) { offsets.offset(at: $0) }
        return QueryMatcher(query, fields, in: surroundings, words: words)
    }
}
