/// Counts the rows of a file in their order, and gives their entries the numbers of what they have in common.
struct RowClassifier {
    private(set) var totals = ResultsTotals()
    private(set) var apis = APITallies()
    private(set) var groups = FailureGroups()

    init(_ layout: RowLayout) {
        if case .csv = layout.shape { totals.headerBytes = layout.start }
        totals.headings = layout.headings
    }

    /// Counts rows; returns their entries.
    mutating func add(_ parts: [BlockReader.Part]) -> [RowEntry] {
        totals.blankLines += parts.reduce(0) { $0 + $1.blankLines }
        return parts.flatMap { part in part.rows.map { add($0) } }
    }

    private mutating func add(_ row: ReadRow) -> RowEntry {
        var entry = row.entry
        let hasFailed = entry.outcome == .failed
        if let name = row.apiName { entry.api = UInt16(clamping: apis.add(name, hasFailed: hasFailed)) }
        if hasFailed {
            let group = groups.add(code: row.code, message: row.message, row: totals.items, started: entry.started)
            entry.group = UInt16(clamping: group)
        }
        totals.count(entry, length: row.length)
        return entry
    }
}
