import TextScreen

/// Draws the settings in force, one row each.
enum SettingsView {
    /// Rows of the list on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { state.layout.page.dropTop(2) }

    static func draw(_ page: SettingsPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let rows = page.rows(in: state)
        let caption = [
            Span("\(Wording.count(rows.count, "setting"))", .strong),
            Span(", read once when jobtop starts", .muted),
        ]
        canvas.write(caption, column: region.column + 1, row: region.row, limit: region.columns - 2)
        let shown = Array(rows.dropFirst(page.cursor.top).prefix(listHeight(in: state)))
        table.draw(
            shown, selected: rows.isEmpty ? nil : page.cursor.index - page.cursor.top, on: &canvas, in: region.dropTop(1))
    }

    private static var table: Table<SettingInForce> {
        Table(columns: [
            Column(title: "SETTING", width: .fixed(16), importance: 10) { [Span($0.name, .strong)] },
            Column(title: "VALUE", width: .flexible(least: 20, most: 36), importance: 9) { [Span($0.value)] },
            Column(title: "FROM", width: .flexible(least: 20, most: 40), importance: 8) { row in
                [Span(Wording.phrase(row.origin), row.origin == .standard ? .muted : .normal)]
            },
            Column(title: "SET IT WITH", width: .flexible(least: 24, most: .max), importance: 5) { [Span($0.waysToSet, .muted)] },
        ])
    }
}
