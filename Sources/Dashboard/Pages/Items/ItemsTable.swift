import FoundationEssentials
import Query
import ResultsFile
import TextScreen

/// The list of items as a table: with columns for the fields of their outputs, or with one column for the whole output.
///
/// Its columns share it, since the state is too large for a copy each.
final class ItemsTable {
    /// A row of the list; its item is nil until it is read.
    struct Row { var item: ResultsRow? }

    /// The room from which on an error has its code before its message.
    private static let roomForCode = 60
    private static let widestCode = 20

    private let page: ItemsPage
    private let reading: Reading
    private let state: State
    private let layout: ItemsLayout

    init(_ page: ItemsPage, _ reading: Reading, _ state: State) {
        (self.page, self.reading, self.state) = (page, reading, state)
        layout = page.layout(reading, in: state)
    }

    func draw(_ rows: [Row], selected: Int, on canvas: inout Canvas, in region: Region) {
        table.draw(rows, selected: selected, on: &canvas, in: region)
    }

    /// The columns that are shown, with a mark at the heading by which the items are sorted.
    var table: Table<Row> {
        var setting = ListSetting()
        if !reading.view.isTooMuchToSort { setting.order = page.order }
        let table = page.fields.columns.isEmpty ? tableOfResults : tableOfFields
        return table.arranged(by: setting, state.settings.charset)
    }

    private var tableOfFields: Table<Row> {
        let fixed = layout.fixed.map { column($0.column, .flexible(least: $0.least, most: $0.most), 1) }
        let fields = page.fields.columns[layout.shown].map { field in
            let least = min(field.leastWidth, max(1, layout.room))
            return column(
                field.source.title, .flexible(least: least, most: field.width), 1, isRightAligned: field.isNumeric,
                field: field.source.queryName
            ) { field.source.value(in: $0).map { [Span(Wording.text($0), $0.isNote ? .muted : .normal)] } ?? [] }
        }
        return Table(columns: fixed + fields, across: (spans: across, from: fixed.count))
    }

    private var tableOfResults: Table<Row> {
        let apis = reading.hasSeveralAPIs ? [column(.api, .fixed(10), 7)] : []
        let left = [column(.sign, .fixed(1), 10), column(.row, .fixed(max(7, ItemsLayout.rowWidth(reading))), 4)] + apis
        let right = [
            column(.parameters, .flexible(least: 14, most: ItemsLayout.usualParameters), 8), column(.started, .fixed(11), 1),
            column(.took, .fixed(7), 5), column(.tries, .fixed(5), 2),
            column("CODE", .flexible(least: 10, most: 20), 3, field: "code", mutesRepeats: true) {
                [Span($0.errorCode ?? "", $0.outcome.role)]
            },
            column("RESULT", .flexible(least: 30, most: .max), 9, mutesRepeats: true) {
                [Span(Wording.remark(on: $0), $0.remarkRole)]
            },
        ]
        return Table(columns: left + right)
    }

    /// What is said about an item that has no value for any of the columns.
    private func across(_ row: Row) -> [Span]? {
        guard let item = row.item, !page.fields.show(item) else { return nil }
        guard let code = item.errorCode, item.outcome == .failed else { return [Span(Wording.remark(on: item), item.remarkRole)] }
        guard item.errorMessage != nil else { return [Span(code, item.outcome.role)] }
        let message = Span(Wording.remark(on: item), item.remarkRole)
        guard layout.room >= Self.roomForCode else { return [message] }
        let shown = ScreenText.clipped(code, columns: Self.widestCode, charset: state.settings.charset)
        return [Span(shown, item.outcome.role), Span(" "), message]
    }

    private func column(_ column: ItemsLayout.Fixed, _ width: Column<Row>.Width, _ importance: Int) -> Column<Row> {
        switch column {
        case .sign:
            let charset = state.settings.charset
            return self.column("", width, importance) { [Span(String($0.outcome.mark(charset)), $0.outcome.role)] }
        case .row:
            return self.column("ROW", width, importance, isRightAligned: true, field: "row") {
                [Span(Wording.number($0.index + 1), .muted)]
            }
        case .api: return self.column("API", width, importance, field: "api") { [Span($0.apiName ?? "", .strong)] }
        case .parameters:
            return self.column("PARAMETERS", width, importance, field: "param") { [Span(Wording.parameters(of: $0))] }
        case .started: return self.column("STARTED", width, importance, field: "started") { self.started($0) }
        case .took:
            return self.column("TOOK", width, importance, isRightAligned: true, field: "took") {
                $0.duration.map { [Span(Wording.precise($0))] } ?? []
            }
        case .tries:
            return self.column("TRIES", width, importance, isRightAligned: true, field: "tries") {
                $0.attempts.map { [Span(Wording.number($0))] } ?? []
            }
        }
    }

    private func column(
        _ title: String, _ width: Column<Row>.Width, _ importance: Int, isRightAligned: Bool = false,
        field: String? = nil, mutesRepeats: Bool = false, _ spans: @escaping (ResultsRow) -> [Span]
    ) -> Column<Row> {
        Column(
            title: title, width: width, importance: importance, isRightAligned: isRightAligned, field: field,
            mutesRepeats: mutesRepeats
        ) { $0.item.map(spans) ?? [] }
    }

    private func started(_ row: ResultsRow) -> [Span] {
        row.startedAt.map { [Span(Wording.timeInList($0, now: state.now.wall, state.settings.offsets), .muted)] } ?? []
    }
}
