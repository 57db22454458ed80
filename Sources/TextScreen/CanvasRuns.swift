extension Canvas {
    /// Neighboring cells that look the same.
    package struct Run: Hashable, Sendable {
        /// The first column of the run.
        package let column: Int
        /// The text of its cells, joined.
        package fileprivate(set) var text: String
        /// The role of all its cells.
        package let role: Role
        /// Whether all its cells belong to the row that the cursor is on.
        package let isSelected: Bool
        /// Whether all its cells have just changed.
        package let isChanged: Bool
        /// The width in columns; a wide character counts two.
        package fileprivate(set) var columns: Int

        /// Text of one role that takes `columns` columns, starting at `column`.
        package init(column: Int, text: String, role: Role, isSelected: Bool = false, isChanged: Bool = false, columns: Int) {
            self.column = column
            self.text = text
            self.role = role
            self.isSelected = isSelected
            self.isChanged = isChanged
            self.columns = columns
        }

        fileprivate func looks(like cell: Cell) -> Bool {
            role == cell.role && isSelected == cell.isSelected && isChanged == cell.isChanged
        }
    }

    /// The cells of a row as the fewest possible runs, without gaps; a row outside of the canvas has none.
    package func runs(inRow row: Int) -> [Run] {
        guard row >= 0, row < size.rows else { return [] }
        var runs: [Run] = []
        for column in 0..<size.columns {
            let cell = self[column, row]
            // The right half of a wide character looks like its left half, whatever its role.
            if let last = runs.indices.last, cell.glyph.isRightHalf || runs[last].looks(like: cell) {
                runs[last].text += cell.text
                runs[last].columns += 1
            } else {
                runs.append(
                    Run(
                        column: column, text: cell.text, role: cell.role, isSelected: cell.isSelected, isChanged: cell.isChanged,
                        columns: 1))
            }
        }
        return runs
    }
}
