import ResultsFile
import TextScreen

/// The picture of one item: how it ended, and its tree.
enum ItemView {
    private static let headRows = 2
    /// Bytes of a value that a line can show at the most.
    private static let longest = 2_048

    /// Lines of the tree that are on the screen.
    static func listHeight(in state: State) -> Int { max(1, state.layout.page.rows - headRows - Frame.border) }

    static func draw(_ page: ItemPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let read = state.reading?.item, read.row == page.row else {
            canvas.writeCentered("Reading row \(Wording.number(page.row + 1))\u{2026}", in: region)
            return
        }
        switch read.result {
        case .success(let item): draw(item, page, state, on: &canvas, in: region)
        case .failure(let error):
            let excerpt = state.reading?.window.rows.first { $0.index == page.row }?.excerpt
            let text = Wording.sentence(error) + (excerpt.map { " It begins: \($0)" } ?? "")
            canvas.writeCentered(text, in: region, role: .normal)
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
        let box = region.dropTop(headRows)
        let inner = Frame(title: "Row \(Wording.number(page.row + 1))", note: path, isFocused: true).draw(on: &canvas, in: box)
        let lines = page.lines(of: item.tree).dropFirst(page.cursor.top).prefix(inner.rows)
        for (offset, id) in lines.enumerated() {
            let row = inner.row(inner.row + offset)
            canvas.write(line(id, page, item.tree, canvas.charset), column: row.column + 1, row: row.row, limit: row.columns - 2)
            if id == page.cursor.selected { canvas.setRole(.selected, in: row) }
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

    private static func line(_ id: Int, _ page: ItemPage, _ tree: JSONTree, _ charset: Charset) -> [Span] {
        let glyphs = Glyphs(charset)
        let children = tree.childCount(of: id)
        let isFolded = page.folded?.contains(id) == true
        let sign = children > 0 ? (isFolded ? glyphs.folded : glyphs.unfolded) : glyphs.leaf
        let indent = String(repeating: "  ", count: max(0, min(30, tree.depth(of: id) - 1)))
        var spans = [Span("\(indent)\(sign) ", .muted)]
        if let name = tree.name(of: id) {
            spans.append(Span("\(name): ", children > 0 ? .strong : .muted))
        } else if let parent = tree.parent(of: id) {
            spans.append(Span("[\(tree.position(of: id, in: parent))] ", children > 0 ? .strong : .muted))
        }
        return spans + value(id, isFolded: isFolded, tree)
    }

    private static func value(_ id: Int, isFolded: Bool, _ tree: JSONTree) -> [Span] {
        let count = tree.childCount(of: id)
        switch tree.kind(of: id) {
        case .null: return [Span("null", .muted)]
        case .true, .false, .number: return [Span(tree.text(of: id, limit: longest), .active)]
        case .string: return [Span(tree.text(of: id, limit: longest))]
        case .array where count == 0: return [Span("[]", .muted)]
        case .object where count == 0: return [Span("{}", .muted)]
        case .array, .object:
            let noun = tree.kind(of: id) == .array ? "element" : "member"
            let preview = isFolded ? "  \(tree.json(of: id, .compact, limit: 160))" : ""
            return [Span(Wording.count(count, noun) + preview, .muted)]
        }
    }
}
