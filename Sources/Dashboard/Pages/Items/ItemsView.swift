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
        let rows = (min(page.cursor.top, end)..<end).map { ItemsTable.Row(item: reading.row(at: $0)) }
        ItemsTable(page, reading, state)
            .draw(rows, selected: page.cursor.position - page.cursor.top, on: &canvas, in: list)
    }

    private static func emptyText(_ reading: Reading, _ charset: Charset) -> String {
        if let failure = reading.failure ?? reading.view.failure { return Wording.sentence(failure) }
        if case .failed(let error) = reading.snapshot.phase { return Wording.sentence(error) }
        guard reading.view.isFinal else { return Wording.readingItems(charset) }
        if reading.snapshot.totals.items == 0 { return Wording.noItems(in: reading.path) }
        return Wording.noItemMatches
    }
}
