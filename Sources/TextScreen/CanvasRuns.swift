extension Canvas {
    /// Neighboring cells that look the same, sent to a terminal in one write.
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

    /// The cells of a row as the fewest possible runs, without gaps.
    ///
    /// - Parameter limit: the columns of a terminal that is narrower than the canvas; a wide character that would be cut becomes
    ///   a blank. A row outside of the canvas has no runs.
    package func runs(inRow row: Int, upTo limit: Int = .max) -> [Run] {
        guard row >= 0, row < size.rows else { return [] }
        let end = min(limit, size.columns)
        var runs: [Run] = []
        for column in 0..<max(end, 0) {
            let cell = self[column, row]
            let isCut = column == end - 1 && self[column + 1, row].text.isEmpty
            let text = isCut ? " " : cell.text
            // The right half of a wide character looks like its left half, whatever its role.
            if let last = runs.indices.last, cell.text.isEmpty || runs[last].looks(like: cell) {
                runs[last].text += text
                runs[last].columns += 1
            } else {
                runs.append(
                    Run(
                        column: column, text: text, role: cell.role, isSelected: cell.isSelected, isChanged: cell.isChanged,
                        columns: 1))
            }
        }
        return runs
    }
}
