import TextScreen

/// Draws an open menu over the page.
enum MenuView {
    static func draw(_ menu: Menu, _ state: State, on canvas: inout Canvas, in region: Region) {
        let entries = state.entries(of: menu)
        let width = min(84, region.columns - 2)
        let height = min(region.rows, state.menuHeight + 4)
        let box = Region(
            column: region.column + (region.columns - width) / 2, row: region.row + max(0, (region.rows - height) / 3),
            columns: width, rows: height)
        canvas.fill(box)
        let inner = Frame(title: Wording.title(menu.purpose), note: Wording.keys(menu.purpose), isFocused: true)
            .draw(on: &canvas, in: box)
        let head = menu.purpose == .columns ? [Span(Wording.columnsHint, .muted)] : [Span("> \(menu.text)_", .strong)]
        canvas.write(head, column: inner.column + 1, row: inner.row, limit: inner.columns - 2)
        let list = inner.dropTop(2)
        guard !entries.isEmpty else {
            canvas.write(Wording.noEntry, column: list.column + 1, row: list.row, limit: list.columns - 2, role: .muted)
            return
        }
        for (offset, entry) in entries.dropFirst(menu.cursor.top).prefix(list.rows).enumerated() {
            let row = list.row + offset
            draw(entry, on: &canvas, in: list.row(row))
            if entry.choice == menu.cursor.selected { canvas.select(list.row(row)) }
        }
    }

    private static func draw(_ entry: Menu.Entry, on canvas: inout Canvas, in region: Region) {
        let mark = entry.isOn.map { $0 ? "[x] " : "[ ] " } ?? ""
        let note = ScreenText.columns(of: entry.note, charset: canvas.charset)
        let room = region.columns - 2
        let role: Role = entry.isAvailable ? .normal : .muted
        canvas.write(mark + entry.label, column: region.column + 1, row: region.row, limit: max(8, room - note - 2), role: role)
        canvas.write(
            [Span(entry.note, entry.isAvailable ? .key : .muted)], endingAt: region.column + 1 + room, row: region.row,
            limit: room / 2)
    }
}
