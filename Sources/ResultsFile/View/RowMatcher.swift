import Query

/// Decides which rows pass a filter: by the index entry first, then by the row's bytes, and by its values if a term needs them.
///
/// It is shared, for its many parts would be copied for each row.
final class RowMatcher {
    private let filter: ResultsFilter
    private let index: ResultsIndex
    private let records: ItemRecords
    private let indexed: QueryMatcher<ItemRecord>?
    private let bytes: [ByteTerm]
    private let parsed: QueryMatcher<ItemRecord>?
    /// All terms about fields, for rows whose API the index does not know; nil if no term is about the API.
    private let withAPI: QueryMatcher<ItemRecord>?
    private var apiNumber: UInt16?
    private var text: RowBlocks?

    init(_ filter: ResultsFilter, _ index: ResultsIndex) {
        self.filter = filter
        self.index = index
        let query = filter.query
        records = ItemRecords(index)
        indexed = ItemQuery.matcher(query) { ItemQuery.indexed.contains($0) }
        bytes = query.terms.compactMap(ByteTerm.init)
        parsed = ItemQuery.matcher(query) { !ItemQuery.indexed.contains($0) }
        withAPI = query.names(anyOf: [ItemQuery.api]) ? ItemQuery.matcher(query) { _ in true } : nil
    }

    /// Updates the data needed for new rows; call it before each batch.
    func prepare() {
        if let name = filter.apiName, apiNumber == nil {
            apiNumber = index.snapshot.apis.firstIndex { $0.name == name }.map { UInt16(clamping: $0) }
        }
        if !bytes.isEmpty, text == nil { text = index.rows.map { RowBlocks($0.file, isFolded: true) } }
        if indexed != nil || parsed != nil { records.prepare() }
    }

    /// - Parameter number: the row's number in the file.
    func matches(_ entry: RowEntry, _ number: Int) throws(ResultsError) -> Bool {
        if let outcome = filter.outcome, entry.outcome != outcome { return false }
        if let group = filter.group, Int(entry.group) != group { return false }
        if filter.apiName != nil, entry.api != apiNumber { return false }
        let isKnown = withAPI == nil || records.knowsAPI(of: entry)
        if isKnown, let indexed, !indexed.matches(records.record(number, entry)) { return false }
        if !bytes.isEmpty {
            guard try text?.withRow(entry, { row in bytes.allSatisfy { $0.holds(in: row) } }) ?? false else { return false }
        }
        guard let matcher = isKnown ? parsed : withAPI else { return true }
        return try records.withParsed(number, entry) { matcher.matches($0) }
    }
}

/// A term about the whole row, as it is written in the file.
private struct ByteTerm {
    private enum Search {
        /// Any of the words; nothing is in every row.
        case words([TextNeedle]?)
        case pattern(Pattern?)
    }

    private let isNegated: Bool
    private let search: Search

    /// Nil for a term about a field.
    init?(_ term: Query.Term) {
        isNegated = term.isNegated
        switch term.subject {
        case .words(let words): search = .words(words.contains("") ? nil : words.map { TextNeedle($0) })
        case .pattern(let pattern): search = .pattern(Pattern(pattern))
        case .text, .amount, .time: return nil
        }
    }

    /// - Parameter folded: the row with small letters.
    func holds(in folded: UnsafeRawBufferPointer) -> Bool {
        let isFound =
            switch search {
            case .words(let needles): needles?.contains { $0.isIn(folded) } ?? true
            case .pattern(let pattern): pattern?.occurs(in: folded, while: { !Task.isCancelled }) ?? false
            }
        return isFound != isNegated
    }
}
