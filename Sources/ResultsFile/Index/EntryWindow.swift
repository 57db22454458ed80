/// Index entries, loaded in batches.
struct EntryWindow {
    private let entries: RecordStore<RowEntry>
    private var first = 0
    private var loaded: [RowEntry] = []

    private let batch: Int

    static let length = 1_024

    /// - Parameter length: how many entries are loaded at once; one if the rows are in no order.
    init(_ entries: RecordStore<RowEntry>, length: Int = EntryWindow.length) {
        (self.entries, batch) = (entries, length)
    }

    /// The entry of a row; nil after the end.
    mutating func entry(_ row: Int) throws(ResultsError) -> RowEntry? {
        if row < first || row >= first + loaded.count {
            loaded = try entries.records(in: row..<(row + batch))
            first = row
        }
        return row - first < loaded.count ? loaded[row - first] : nil
    }
}
