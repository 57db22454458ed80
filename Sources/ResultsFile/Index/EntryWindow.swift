/// Index entries in ascending order of their rows, loaded in batches.
struct EntryWindow {
    private let entries: RecordStore<RowEntry>
    private var first = 0
    private var loaded: [RowEntry] = []

    private static let length = 1_024

    init(_ entries: RecordStore<RowEntry>) { self.entries = entries }

    /// The entry of a row; nil after the end.
    mutating func entry(_ row: Int) throws(ResultsError) -> RowEntry? {
        if row < first || row >= first + loaded.count {
            loaded = try entries.records(in: row..<(row + Self.length))
            first = row
        }
        return row - first < loaded.count ? loaded[row - first] : nil
    }
}
