import Query

/// The values by which the rows of a view are sorted, bounded in number and in memory.
struct RowSorting {
    /// The most rows that are sorted.
    package static let mostRows = 100_000
    /// The most bytes of text that are kept for sorting.
    package static let mostBytes = 32 << 20

    private let order: ListOrder
    private let value: @Sendable (ItemRecord) -> QueryValue
    /// Whether rows are parsed for the values.
    private let isParsed: Bool
    private let records: ItemRecords
    private var values: [SortValue] = []
    private(set) var numbers: [UInt32] = []
    private var bytes = 0

    /// Nil for the order of the file.
    init?(_ order: ListOrder, _ index: ResultsIndex) {
        guard !order.isStandard else { return nil }
        let field = order.field ?? "row"
        self.order = ListOrder(by: field, isReversed: order.isReversed)
        value = ItemQuery.value(field)
        isParsed = !ItemQuery.indexed.contains(field)
        records = ItemRecords(index)
    }

    /// Whether there are more rows than are sorted, or longer texts.
    var isTooMuch: Bool { numbers.count > Self.mostRows || bytes > Self.mostBytes }

    /// Updates the data needed for new rows; call it before each batch.
    func prepare() { records.prepare() }

    /// Adds the next row of the file that is shown.
    mutating func add(_ number: Int, _ entry: RowEntry) throws(ResultsError) {
        let value = value
        let found =
            isParsed || !records.knowsAPI(of: entry)
            ? try records.withParsed(number, entry) { SortValue(value($0)) } : SortValue(value(records.record(number, entry)))
        values.append(found)
        numbers.append(UInt32(clamping: number))
        bytes += found.bytes
    }

    /// The rows in their order.
    func sorted() -> [UInt32] { order.places(of: values).map { numbers[$0] } }
}
