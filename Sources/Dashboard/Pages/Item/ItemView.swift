import ResultsFile
import TextScreen

/// Draws one item: its outcome, its tree, and if there is room the full selected value.
enum ItemView {
    private static let headRows = 2
    /// Rows of a page that is tall enough for the selected value below the tree, and for more of it.
    private static let (tall, veryTall) = (20, 32)

    /// Lines of the tree that are on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The lines of the tree on the screen, inside the frame.
    static func listRegion(in state: State) -> Region { regions(state.layout.page).tree.inset(columns: 1, rows: 1) }

    private static func regions(_ region: Region) -> (tree: Region, value: Region?) {
        let box = region.dropTop(headRows)
        guard region.rows >= tall else { return (box, nil) }
        let valueRows = region.rows < veryTall ? 5 : 8
        return (box.dropBottom(valueRows), box.bottom(valueRows))
    }

    static func draw(_ page: ItemPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let read = state.reading?.item, read.row == page.row else {
            canvas.writeCentered(Wording.readingRow(page.row, canvas.charset), in: region)
            return
        }
        switch read.result {
        case .success(let item): draw(item, page, state, on: &canvas, in: region)
        case .failure(let error):
            let excerpt = state.reading?.window.rows.first { $0.index == page.row }?.excerpt
            canvas.writeCentered(Wording.unreadableRow(Wording.sentence(error), excerpt: excerpt), in: region, role: .normal)
        }
    }

    private static func draw(_ item: ResultsItem, _ page: ItemPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let width = region.columns - 2
        canvas.write(headline(item.row, canvas.charset), column: region.column + 1, row: region.row, limit: width)
        let remark = [item.row.errorCode, Wording.remark(on: item.row)].compactMap { $0 }.filter { !$0.isEmpty }
        canvas.write(
            remark.joined(separator: ": "), column: region.column + 1, row: region.row + 1, limit: width,
            role: item.row.remarkRole)
        let path = page.path(in: state) ?? ""
        let regions = regions(region)
        let inner = Frame(title: "Row \(Wording.number(page.row + 1))", note: path, isFocused: true)
            .draw(on: &canvas, in: regions.tree)
        var view = TreeView(tree: item.tree, folded: page.folded ?? [], charset: canvas.charset)
        let lines = page.lines(of: item.tree).lines(from: page.cursor.top, count: inner.rows)
        for (offset, id) in lines.enumerated() {
            let row = inner.row(inner.row + offset)
            canvas.write(view.line(id), column: row.column + 1, row: row.row, limit: row.columns - 2)
            if id == page.cursor.selected { canvas.select(row) }
        }
        if let box = regions.value, let id = page.cursor.selected { draw(valueOf: id, in: item.tree, on: &canvas, in: box) }
    }

    /// Draws as much of the selected value as fits, since a line of the tree shows only its beginning.
    private static func draw(valueOf id: Int, in tree: JSONTree, on canvas: inout Canvas, in region: Region) {
        let bytes = Wording.size(Double(tree.source(of: id).count))
        let inner = Heading(title: tree.name(of: id) ?? "Value", note: bytes).draw(on: &canvas, in: region)
        // A character takes at most four bytes, an escape at most twelve.
        let limit = 12 * inner.columns * inner.rows
        let text = tree.kind(of: id).isContainer ? tree.json(of: id, .compact, limit: limit) : tree.text(of: id, limit: limit)
        let lines = ScreenText.wrapped(
            Wording.withoutSecrets(text), columns: inner.columns, charset: canvas.charset, maximumLines: inner.rows)
        for (offset, line) in lines.enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
        }
    }

    private static func headline(_ row: ResultsRow, _ charset: Charset) -> [Span] {
        var parts: [String] = []
        if let name = row.apiName { parts.append(name) }
        if let duration = row.duration { parts.append("took \(Wording.precise(duration))") }
        if let attempts = row.attempts { parts.append(attempts == 1 ? "1 try" : "\(Wording.number(attempts)) tries") }
        parts.append("line \(Wording.number(row.line)), \(Wording.size(Double(row.bytes)))")
        if let id = row.runID { parts.append(id) }
        let separator = " \(Glyphs(charset).dot) "
        return [
            Span("\(row.outcome.mark(charset)) \(Wording.word(row.outcome))", row.outcome.role),
            Span(separator + parts.joined(separator: separator)),
        ]
    }
}
