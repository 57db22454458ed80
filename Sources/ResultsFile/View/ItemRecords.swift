/// Reads rows for queries and orders, one after another.
final class ItemRecords {
    private let index: ResultsIndex
    private let reader = JSONReader()
    private var blocks: RowBlocks?
    private var format = RowFormat.json
    private var apis: [APITally] = []

    init(_ index: ResultsIndex) { self.index = index }

    /// Updates the data needed for new rows; call it before each batch.
    func prepare() {
        apis = index.snapshot.apis
        if blocks == nil, let rows = index.rows {
            blocks = RowBlocks(rows.file, isFolded: false)
            format = rows.format
        }
    }

    /// Whether the index knows the name of the row's API, if it has one.
    func knowsAPI(of entry: RowEntry) -> Bool { entry.api != APITallies.limit }

    /// A row by its index entry alone.
    func record(_ number: Int, _ entry: RowEntry) -> ItemRecord {
        ItemRecord(number: number, entry: entry, apiName: apiName(entry), values: nil)
    }

    /// Parses a row; a row that cannot be read has only its index entry.
    func withParsed<Value>(
        _ number: Int, _ entry: RowEntry, _ body: (ItemRecord) -> Value
    ) throws(ResultsError) -> Value {
        let unread = record(number, entry)
        guard entry.fault == nil, let blocks else { return body(unread) }
        let (format, reader) = (format, reader)
        return try blocks.withRow(entry) { row in
            let parsed = try? format.read(row, with: reader) { json in
                body(ItemRecord(number: number, entry: entry, apiName: unread.apiName, values: (json, ItemParts(json))))
            }
            return parsed ?? body(unread)
        }
    }

    private func apiName(_ entry: RowEntry) -> String? {
        apis.indices.contains(Int(entry.api)) ? apis[Int(entry.api)].name : nil
    }
}
