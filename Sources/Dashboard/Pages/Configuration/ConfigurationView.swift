import Intuned
import TextScreen

/// Draws a configuration: a tree of every field, secrets as dots.
enum ConfigurationView {
    /// Lines of the tree that are on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The lines of the tree on the screen, inside the frame.
    static func listRegion(in state: State) -> Region { state.layout.page.inset(columns: 1, rows: 1) }

    static func draw(_ page: ConfigurationPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let run = state.records.run(page.key), run.snapshot != nil else {
            canvas.writeCentered(Placeholder.text(for: .run(page.key), in: state), in: region)
            return
        }
        let isRevealed = state.revealed == page.key
        let shown = page.shown
        let secrets = shown.holdSecrets ? (isRevealed ? "secrets are shown" : "secrets are hidden") : "no secrets"
        let note = shown.isCut ? "\(secrets), more lines: fold some to see them" : secrets
        let title = "Configuration of \(state.shortID(of: page.key))"
        let inner = Frame(title: title, note: note, isFocused: true).draw(on: &canvas, in: region)
        let nameWidth = min(shown.nameWidth, inner.columns / 2)
        for (offset, line) in shown.lines.dropFirst(page.cursor.top).prefix(inner.rows).enumerated() {
            let row = inner.row + offset
            draw(line, nameWidth: nameWidth, isRevealed: isRevealed, on: &canvas, in: inner.row(row))
            if line.path == page.cursor.selected { canvas.select(inner.row(row)) }
        }
    }

    private static func draw(_ line: Outline.Line, nameWidth: Int, isRevealed: Bool, on canvas: inout Canvas, in region: Region) {
        let glyphs = Glyphs(canvas.charset)
        let sign = line.isBranch ? (line.isFolded ? glyphs.folded : glyphs.unfolded) : glyphs.leaf
        let indent = String(repeating: "  ", count: line.depth)
        let name = [Span("\(indent)\(sign) ", .muted), Span(line.name, line.isBranch ? .strong : .normal)]
        canvas.write(name, column: region.column + 1, row: region.row, limit: nameWidth)
        let value = Span(line.text(isRevealed: isRevealed), line.isSecret ? (isRevealed ? .warning : .muted) : .normal)
        let meaning = Wording.meaning(of: line).map { [Span("  \($0)", .muted)] } ?? []
        canvas.write(
            [value] + meaning, column: region.column + nameWidth + 2, row: region.row, limit: region.columns - nameWidth - 3)
    }
}
