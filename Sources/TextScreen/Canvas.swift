/// A picture of the screen, cell by cell: a plain value that can be drawn, compared and read without a terminal.
package struct Canvas: Equatable, Sendable {
    /// The size of the canvas; nothing is drawn outside of it.
    package let size: Size
    /// The characters that the canvas may hold.
    package let charset: Charset
    private var cells: [Cell]

    /// An empty canvas.
    package init(size: Size, charset: Charset = .unicode14) {
        self.size = size
        self.charset = charset
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The cell at a place; outside of the canvas, a blank.
    package subscript(column: Int, row: Int) -> Cell {
        contains(column: column, row: row) ? cells[index(column, row)] : .blank
    }

    /// Whether a row looks as it does on another canvas of the same size.
    package func hasRow(_ row: Int, of other: Canvas) -> Bool {
        guard size == other.size, row >= 0, row < size.rows else { return false }
        let range = index(0, row)..<index(0, row + 1)
        return cells[range] == other.cells[range]
    }

    /// Writes a text of any origin into one row, and replaces harmful characters with visible marks.
    ///
    /// Foreign text must use this method. The text ends at `limit` columns or at the edge of the canvas; if it is longer and has
    /// room for two columns or more, it ends with `…` (`~` in ASCII). A wide character is never cut in half. Control characters
    /// become `^[`, other invisible ones `<202E>`, in the role `foreignMark`; a character keeps at most four combining marks. The
    /// cost depends on the part that is shown, not on the length of the text.
    /// - Returns: the columns written; 0 when the place is outside of the canvas.
    @discardableResult
    package mutating func write(
        _ text: String, column: Int, row: Int, limit: Int = .max, role: Role = .normal, isChanged: Bool = false
    ) -> Int {
        guard contains(column: column, row: row) else { return 0 }
        let room = min(limit, size.columns - column)
        if let columns = PlainText.columns(of: text), columns <= room {
            put(plain: text, columns: columns, column: column, row: row, role: role, isChanged)
            return columns
        }
        var door = TextDoor(text, charset: charset)
        var written = 0
        var last = 0
        while let piece = door.next() {
            guard written + piece.columns <= room else {
                guard room >= 2 else { break }
                let end = written < room ? written : last
                put(Glyph(charset.continuation), columns: 1, column: column + end, row: row, role: role, isChanged)
                return end + 1
            }
            let pieceRole = piece.isMark ? .foreignMark : role
            put(piece.glyph, columns: piece.columns, column: column + written, row: row, role: pieceRole, isChanged)
            last = written
            written += piece.columns
        }
        return written
    }

    /// Fills a rectangle with one of jobtop's own one-column symbols; any other character shows as `?`.
    package mutating func fill(_ region: Region, with character: Character = " ", role: Role = .normal) {
        let area = region.intersection(Region(size))
        guard !area.isEmpty else { return }
        let cell = Cell(symbol(character), role: role)
        for row in area.row..<area.endRow {
            healEdges(from: area.column, to: area.endColumn, row: row)
            for position in index(area.column, row)..<index(area.endColumn, row) { cells[position] = cell }
        }
    }

    /// Gives the cells of a rectangle the background of the row that the cursor is on; their text and roles stay.
    package mutating func select(_ region: Region) {
        change(region) { $0.isSelected = true }
    }

    /// Replaces the role of each cell of a rectangle with `change(role)`, for example to dim the whole rectangle.
    package mutating func replaceRoles(in region: Region, _ change: (Role) -> Role) {
        self.change(region) { $0.role = change($0.role) }
    }

    private mutating func change(_ region: Region, _ change: (inout Cell) -> Void) {
        let area = region.intersection(Region(size))
        guard !area.isEmpty else { return }
        for row in area.row..<area.endRow {
            for position in index(area.column, row)..<index(area.endColumn, row) { change(&cells[position]) }
        }
    }

    private mutating func put(_ glyph: Glyph, columns: Int, column: Int, row: Int, role: Role, _ isChanged: Bool) {
        healEdges(from: column, to: column + columns, row: row)
        let position = index(column, row)
        cells[position] = Cell(glyph, role: role, isChanged: isChanged)
        if columns == 2 { cells[position + 1] = Cell(.rightHalf, role: role, isChanged: isChanged) }
    }

    /// Writes plain text at once: almost all text is plain, and each frame has thousands of characters.
    private mutating func put(
        plain text: String, columns: Int, column: Int, row: Int, role: Role, _ isChanged: Bool
    ) {
        guard columns > 0 else { return }
        healEdges(from: column, to: column + columns, row: row)
        var position = index(column, row)
        PlainText.forEachByte(of: text) { byte in
            cells[position] = Cell(Glyph(alone: Unicode.Scalar(byte)), role: role, isChanged: isChanged)
            position += 1
        }
    }

    /// Blanks the other half of a wide character that loses one half to the cells `from..<to`.
    private mutating func healEdges(from: Int, to: Int, row: Int) {
        let start = index(from, row)
        let end = index(to, row)
        if from > 0, cells[start].glyph.isRightHalf { cells[start - 1].glyph = .blank }
        if to < size.columns, cells[end].glyph.isRightHalf { cells[end].glyph = .blank }
    }

    private func symbol(_ character: Character) -> Glyph {
        var door = TextDoor(String(character), charset: charset)
        guard let piece = door.next(), piece.columns == 1, !piece.isMark, door.next() == nil else { return Glyph("?") }
        return piece.glyph
    }

    private func index(_ column: Int, _ row: Int) -> Int { row * size.columns + column }

    private func contains(column: Int, row: Int) -> Bool {
        column >= 0 && column < size.columns && row >= 0 && row < size.rows
    }
}
