import FoundationEssentials
import ResultsFile
import TextScreen

/// Draws a run's items: totals, findings, and one row per item.
enum ItemsView {
    /// Rows of the list that are on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below the head and the titles.
    static func listRegion(in state: State) -> Region {
        let page = state.layout.page
        return page.dropTop(ItemsHead.lines(in: state, columns: page.columns - 2).count + 1)
    }

    static func draw(_ page: ItemsPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let reading = state.reading, reading.id.key == page.key else { return }
        let head = ItemsHead.lines(in: state, columns: region.columns - 2)
        for (offset, line) in head.enumerated() {
            canvas.write(line, column: region.column + 1, row: region.row + offset, limit: region.columns - 2)
        }
        let list = region.dropTop(head.count)
        guard reading.view.count > 0, reading.failure == nil else {
            canvas.writeCentered(emptyText(reading, canvas.charset), in: list.dropTop(1))
            return
        }
        let height = listHeight(in: state)
        let end = min(reading.view.count, page.cursor.top + height)
        let rows = (min(page.cursor.top, end)..<end).map { Row(item: reading.row(at: $0)) }
        table(state).draw(rows, selected: page.cursor.position - page.cursor.top, on: &canvas, in: list)
    }

    private static func emptyText(_ reading: Reading, _ charset: Charset) -> String {
        if let failure = reading.failure ?? reading.view.failure { return Wording.sentence(failure) }
        if case .failed(let error) = reading.snapshot.phase { return Wording.sentence(error) }
        guard reading.view.isFinal else { return Wording.readingItems(charset) }
        if reading.snapshot.totals.items == 0 { return Wording.noItems(in: reading.path) }
        return Wording.noItemMatches
    }

    /// A row of the list; its item is nil until it is read.
    private struct Row { var item: ResultsRow? }

    private static func table(_ state: State) -> Table<Row> {
        let charset = state.settings.charset
        func column(
            _ title: String, _ width: Column<Row>.Width, _ importance: Int, isRightAligned: Bool = false,
            _ spans: @escaping (ResultsRow) -> [Span]
        ) -> Column<Row> {
            Column(title: title, width: width, importance: importance, isRightAligned: isRightAligned) {
                $0.item.map(spans) ?? []
            }
        }
        return Table(columns: [
            column("", .fixed(1), 10) { [Span(String($0.outcome.mark(charset)), $0.outcome.role)] },
            column("ROW", .fixed(numberWidth(state)), 4, isRightAligned: true) { [Span(Wording.number($0.index + 1), .muted)] },
            column("API", .fixed(10), 7) { [Span($0.apiName ?? "", .strong)] },
            column("PARAMETERS", .flexible(least: 14, most: 26), 8) { [Span(Wording.parameters(of: $0))] },
            column("STARTED", .fixed(11), 1) { started($0, state) },
            column("TOOK", .fixed(7), 5, isRightAligned: true) { $0.duration.map { [Span(Wording.precise($0))] } ?? [] },
            column("TRIES", .fixed(5), 2, isRightAligned: true) { $0.attempts.map { [Span(Wording.number($0))] } ?? [] },
            column("CODE", .flexible(least: 10, most: 20), 3) { [Span($0.errorCode ?? "", $0.outcome.role)] },
            column("RESULT", .flexible(least: 30, most: .max), 9) { [Span(Wording.remark(on: $0), $0.remarkRole)] },
        ])
    }

    /// The width of the last row's number.
    private static func numberWidth(_ state: State) -> Int {
        max(7, Wording.number(state.reading?.snapshot.totals.items ?? 0).count)
    }

    private static func started(_ row: ResultsRow, _ state: State) -> [Span] {
        row.startedAt.map { [Span(Wording.timeInList($0, now: state.now.wall, state.settings.offsets), .muted)] } ?? []
    }
}
