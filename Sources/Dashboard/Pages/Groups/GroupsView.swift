import FoundationEssentials
import ResultsFile
import TextScreen

/// Draws the failure groups: one row each, and below the list an example of the selected group.
enum GroupsView {
    private static let exampleRows = 6
    /// Rows of a page that is tall enough for an example.
    private static let tall = 16

    /// Rows of the list that are on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { regions(state.layout.page).list.dropTop(2) }

    private static func regions(_ region: Region) -> (list: Region, example: Region?) {
        guard region.rows >= tall else { return (region, nil) }
        return (region.dropBottom(exampleRows), region.bottom(exampleRows))
    }

    static func draw(_ page: GroupsPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let reading = state.reading else { return }
        let groups = page.groups(in: state)
        let regions = regions(region)
        let list = regions.list
        canvas.write(caption(groups, reading, state), column: list.column + 1, row: list.row, limit: list.columns - 2)
        guard !groups.isEmpty else {
            canvas.writeCentered(Wording.noFailures(isFinal: reading.snapshot.phase.isFinal), in: list.dropTop(1))
            return
        }
        let shown = Array(groups.dropFirst(page.cursor.top).prefix(listHeight(in: state)))
        table(state.signatures(before: page.key), state).draw(
            shown, selected: page.cursor.index - page.cursor.top, on: &canvas, in: list.dropTop(1))
        if let example = regions.example, let group = page.selected(in: state) {
            draw(exampleOf: group, on: &canvas, in: example)
        }
    }

    private static func caption(_ groups: [FailureGroup], _ reading: Reading, _ state: State) -> [Span] {
        let failed = reading.snapshot.totals.failed
        var spans = [Span(Wording.count(groups.count, "cause"), .strong)]
        spans.append(Span(" in \(Wording.count(failed, "failed item"))", .muted))
        if !reading.snapshot.phase.isFinal { spans.append(Span(", still reading", .active)) }
        guard let before = state.signatures(before: reading.id.key) else { return spans }
        let new = groups.count { !before.contains($0.signature) }
        return spans + [Span(", \(Wording.newCauses(new))", new > 0 ? .warning : .muted)]
    }

    /// Columns of a short table that has room for codes beside messages.
    private static let roomForCodes = 100

    /// The causes as a table.
    ///
    /// - Parameters:
    ///   - before: the causes of the previous run; nil if they are not known.
    static func table(_ before: Set<FailureSignature>?, _ state: State) -> Table<FailureGroup> {
        func time(_ date: Date?) -> [Span] {
            date.map { [Span(Wording.timeInList($0, now: state.now.wall, state.settings.offsets))] } ?? []
        }
        return Table(columns: [
            count, news(before), code,
            Column(title: "FIRST", width: .fixed(11), importance: 4) { time($0.firstStarted) },
            Column(title: "LAST", width: .fixed(11), importance: 5) { time($0.lastStarted) },
            message,
        ])
    }

    /// The same without times, with the row of the first item, for a pane beside others.
    static func shortTable(_ before: Set<FailureSignature>?, columns: Int) -> Table<FailureGroup> {
        let row = Column<FailureGroup>(title: "FIRST", width: .fixed(6), importance: 4, isRightAligned: true) {
            [Span(Wording.number($0.exampleRow + 1), .muted)]
        }
        return Table(columns: [count, news(before)] + (columns >= roomForCodes ? [code] : []) + [row, message])
    }

    private static var count: Column<FailureGroup> {
        Column(title: "ITEMS", width: .fixed(8), importance: 10, isRightAligned: true) { [Span(Wording.number($0.count), .bad)] }
    }

    private static func news(_ before: Set<FailureSignature>?) -> Column<FailureGroup> {
        Column(title: "", width: .fixed(3), importance: 8, isEmpty: before == nil) { group in
            before?.contains(group.signature) == false ? [Span("new", .warning)] : []
        }
    }

    private static var code: Column<FailureGroup> {
        Column(title: "CODE", width: .flexible(least: 10, most: 28), importance: 7) { [Span($0.code ?? "", .strong)] }
    }

    private static var message: Column<FailureGroup> {
        Column(title: "MESSAGE", width: .flexible(least: 36, most: .max), importance: 9) { [Span($0.message)] }
    }

    private static func draw(exampleOf group: FailureGroup, on canvas: inout Canvas, in region: Region) {
        let inner = Heading(title: "First failure", note: "row \(Wording.number(group.exampleRow + 1))")
            .draw(on: &canvas, in: region)
        let text = Wording.withoutSecrets(group.example ?? "no message")
        let lines = ScreenText.wrapped(text, columns: inner.columns, charset: canvas.charset, maximumLines: inner.rows)
        for (offset, line) in lines.enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
        }
    }
}

extension FailureGroup {
    /// The signature without its code, which has its own column.
    fileprivate var message: String {
        guard let code, signature.text.hasPrefix(code + " ") else { return signature.text }
        return String(signature.text.dropFirst(code.count + 1))
    }
}
