/// Decides which rows pass a filter.
struct RowMatcher {
    private let filter: ResultsFilter
    private let index: ResultsIndex
    private let needle: TextNeedle?
    private var apiNumber: UInt16?
    private var text: RowBlocks?

    init(_ filter: ResultsFilter, _ index: ResultsIndex) {
        self.filter = filter
        self.index = index
        needle = filter.text.isEmpty ? nil : TextNeedle(filter.text)
    }

    /// Updates the data needed for new rows; call it before each batch.
    mutating func prepare() {
        if let name = filter.apiName, apiNumber == nil {
            apiNumber = index.snapshot.apis.firstIndex { $0.name == name }.map { UInt16(clamping: $0) }
        }
        if needle != nil, text == nil { text = index.rows.map { RowBlocks($0.file, isFolded: true) } }
    }

    func matches(_ entry: RowEntry) throws(ResultsError) -> Bool {
        if let outcome = filter.outcome, entry.outcome != outcome { return false }
        if let group = filter.group, Int(entry.group) != group { return false }
        if filter.apiName != nil, entry.api != apiNumber { return false }
        guard let needle else { return true }
        return try text?.withRow(entry) { needle.isIn($0) } ?? false
    }
}
