import TextScreen

/// A title with a rule to its right, above what has no frame.
struct Heading {
    var title: String
    var note = ""
    var isFocused = false

    /// Draws the heading into the first row of a region, and returns the rest without the margin that a frame would take.
    @discardableResult
    func draw(on canvas: inout Canvas, in region: Region) -> Region {
        let line = region.top(1).inset(columns: 1, rows: 0)
        canvas.fill(line, with: Glyphs(canvas.charset).horizontal, role: isFocused ? .focusedBorder : .border)
        let role: Role = isFocused ? .title : .strong
        canvas.write(" \(title) ", column: line.column, row: line.row, limit: line.columns, role: role)
        if !note.isEmpty {
            canvas.write([Span(" \(note) ", .muted)], endingAt: line.endColumn, row: line.row, limit: line.columns)
        }
        return region.dropTop(1).inset(columns: 2, rows: 0)
    }
}
