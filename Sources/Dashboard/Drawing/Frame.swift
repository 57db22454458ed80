import TextScreen

/// A box with a title in its upper border and a note in its lower border.
struct Frame {
    var title: String
    var note = ""
    var isFocused = false

    /// Rows and columns taken by the border.
    static let border = 2

    /// Draws the box and returns the region inside.
    @discardableResult
    func draw(on canvas: inout Canvas, in region: Region) -> Region {
        guard region.columns >= 4, region.rows >= 2 else {
            return Region(column: region.column, row: region.row, columns: 0, rows: 0)
        }
        let glyphs = Glyphs(canvas.charset)
        let role: Role = isFocused ? .focusedBorder : .border
        let right = region.endColumn - 1
        let bottom = region.endRow - 1
        for row in [region.row, bottom] { canvas.fill(region.row(row), with: glyphs.horizontal, role: role) }
        for column in [region.column, right] {
            let side = Region(column: column, row: region.row + 1, columns: 1, rows: region.rows - 2)
            canvas.fill(side, with: glyphs.vertical, role: role)
        }
        canvas.fill(Region(column: region.column, row: region.row, columns: 1, rows: 1), with: glyphs.topLeft, role: role)
        canvas.fill(Region(column: right, row: region.row, columns: 1, rows: 1), with: glyphs.topRight, role: role)
        canvas.fill(Region(column: region.column, row: bottom, columns: 1, rows: 1), with: glyphs.bottomLeft, role: role)
        canvas.fill(Region(column: right, row: bottom, columns: 1, rows: 1), with: glyphs.bottomRight, role: role)
        if !title.isEmpty {
            canvas.write(
                " \(title) ", column: region.column + 1, row: region.row, limit: region.columns - 2,
                role: isFocused ? .title : .strong)
        }
        if !note.isEmpty {
            canvas.write([Span(" \(note) ", .muted)], endingAt: right, row: bottom, limit: region.columns - 2)
        }
        return region.inset(columns: 1, rows: 1)
    }
}

extension Region {
    /// The part of the region in one row of the screen.
    func row(_ row: Int) -> Region { Region(column: column, row: row, columns: columns, rows: 1) }
}
