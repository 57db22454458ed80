import ResultsFile
import TextScreen

/// The columns of a list of items, chosen from the fields of the rows around the screen.
///
/// Nothing jumps while the list scrolls: a chosen column keeps its place until the filter changes, later fields come behind it,
/// and widths only grow.
struct FieldColumns: Hashable, Sendable {
    /// The chosen columns; none if the outputs have no common fields.
    private(set) var columns: [FieldColumn] = []
    /// The number of columns that are skipped on the left.
    var skipped = 0
    /// The columns of the screen that the widest parameters so far take.
    private(set) var parametersWidth = 0
    /// The columns beside the fields that had a value in any row so far; the others would be empty.
    private(set) var used = Set<ItemsLayout.Fixed>()
    /// The fields of all rows so far, as a filter names them.
    private(set) var names = Set<String>()
    /// The field by which the rows are sorted: its heading has a mark, which needs room.
    private(set) var sorted: String?
    /// The most names that are kept.
    private static let mostNames = 500
    /// The rows of the latest choice.
    private var seen: Seen?
    /// Whether a full screen of rows was seen; until then every choice starts again.
    private var isSettled = false

    private struct Seen: Hashable {
        var filter: ResultsFilter
        var rows: Range<Int>
    }

    /// Takes the fields of newly read rows into account.
    ///
    /// - Parameter height: the rows of a full screen.
    mutating func take(_ window: RowWindow, of filter: ResultsFilter, height: Int, _ charset: Charset) {
        let new = Seen(filter: filter, rows: window.range)
        guard !window.rows.isEmpty, new != seen else { return }
        if filter != seen?.filter {
            let names = names
            self = FieldColumns()
            self.names = names
        }
        if !isSettled { columns = [] }
        seen = new
        let tally = FieldTally(window.rows, charset)
        for index in columns.indices { columns[index].widen(to: tally.width(of: columns[index].source)) }
        let known = Set(columns.map(\.source))
        let further = tally.columns.filter { !known.contains($0.source) }
        columns += further.prefix(max(0, ItemFields.most - columns.count))
        for row in window.rows {
            let width = ScreenText.columns(of: Wording.parameters(of: row), charset: charset, upTo: ItemsLayout.widestParameters)
            parametersWidth = max(parametersWidth, width)
            if row.duration != nil { used.insert(.took) }
            if row.attempts != nil { used.insert(.tries) }
            if row.startedAt != nil { used.insert(.started) }
            if names.count < Self.mostNames {
                names.formUnion(row.outputFields.fields.compactMap { ItemQuery.name(ofField: $0.name) })
            }
        }
        if window.rows.count >= height { isSettled = true }
    }

    /// Makes room for a mark at the heading of a field.
    mutating func sort(by field: String?) {
        sorted = field
        guard let field else { return }
        for index in columns.indices where columns[index].source.queryName == field { columns[index].makeRoomForMark() }
    }

    /// Whether a row has a value for one of the columns.
    func show(_ row: ResultsRow) -> Bool {
        row.hasOutput && columns.contains { $0.source.value(in: row) != nil }
    }
}
