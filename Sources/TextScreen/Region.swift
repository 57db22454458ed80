/// A rectangle of cells; cutting it never traps and never returns more cells than it has.
package struct Region: Hashable, Sendable {
    /// The leftmost column, counted from 0.
    package var column: Int { didSet { column = ScreenBounds.place(column) } }
    /// The topmost row, counted from 0.
    package var row: Int { didSet { row = ScreenBounds.place(row) } }
    /// The width in cells; never negative.
    package var columns: Int { didSet { columns = ScreenBounds.extent(columns) } }
    /// The height in rows; never negative.
    package var rows: Int { didSet { rows = ScreenBounds.extent(rows) } }

    /// A rectangle whose top left cell is at `column`, `row`; a negative extent becomes 0.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = ScreenBounds.place(column)
        self.row = ScreenBounds.place(row)
        self.columns = ScreenBounds.extent(columns)
        self.rows = ScreenBounds.extent(rows)
    }

    /// The whole screen of this size.
    package init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// Whether the rectangle has no cells.
    package var isEmpty: Bool { columns == 0 || rows == 0 }

    /// The first column to the right of the rectangle.
    package var endColumn: Int { column + columns }

    /// The first row below the rectangle.
    package var endRow: Int { row + rows }

    /// The rectangle without `columns` columns at each side and `rows` rows at top and bottom.
    package func inset(columns: Int, rows: Int) -> Region {
        let sides = part(columns, of: self.columns / 2)
        let ends = part(rows, of: self.rows / 2)
        let width = columns > self.columns / 2 ? 0 : self.columns - 2 * sides
        let height = rows > self.rows / 2 ? 0 : self.rows - 2 * ends
        return Region(column: column + sides, row: row + ends, columns: width, rows: height)
    }

    /// Whether the cell is in the rectangle.
    package func contains(column: Int, row: Int) -> Bool {
        column >= self.column && column < endColumn && row >= self.row && row < endRow
    }

    /// Its first `count` rows.
    package func top(_ count: Int) -> Region {
        Region(column: column, row: row, columns: columns, rows: part(count, of: rows))
    }

    /// The rectangle without its first `count` rows.
    package func dropTop(_ count: Int) -> Region {
        bottom(rows - part(count, of: rows))
    }

    /// Its last `count` rows.
    package func bottom(_ count: Int) -> Region {
        let kept = part(count, of: rows)
        return Region(column: column, row: endRow - kept, columns: columns, rows: kept)
    }

    /// The rectangle without its last `count` rows.
    package func dropBottom(_ count: Int) -> Region {
        top(rows - part(count, of: rows))
    }

    /// Its first `count` columns.
    package func left(_ count: Int) -> Region {
        Region(column: column, row: row, columns: part(count, of: columns), rows: rows)
    }

    /// The rectangle without its first `count` columns.
    package func dropLeft(_ count: Int) -> Region {
        let dropped = part(count, of: columns)
        return Region(column: column + dropped, row: row, columns: columns - dropped, rows: rows)
    }

    /// The cells that both rectangles have; empty if there are none.
    package func intersection(_ other: Region) -> Region {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Region(
            column: left, row: top,
            columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
    }

    private func part(_ count: Int, of whole: Int) -> Int {
        min(max(count, 0), whole)
    }
}
