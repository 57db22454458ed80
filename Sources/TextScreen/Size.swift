/// The size of a screen or a part of it, in character cells.
package struct Size: Hashable, Sendable {
    /// Cells in a row; never negative.
    package var columns: Int { didSet { columns = ScreenBounds.extent(columns) } }
    /// Rows; never negative.
    package var rows: Int { didSet { rows = ScreenBounds.extent(rows) } }

    /// A size; a negative number becomes 0.
    package init(columns: Int, rows: Int) {
        self.columns = ScreenBounds.extent(columns)
        self.rows = ScreenBounds.extent(rows)
    }
}
