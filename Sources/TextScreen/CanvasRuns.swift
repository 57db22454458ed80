extension Canvas {
    /// Neighbouring cells of one role, to be sent to a terminal in one write.
    package struct Run: Hashable, Sendable {
        /// Where it starts.
        package let column: Int
        /// What stands in its cells, one after the other.
        package fileprivate(set) var text: String
        /// What all of it is.
        package let role: Role
        /// The columns that it takes; a wide character counts two.
        package fileprivate(set) var columns: Int

        /// Text of one role that takes `columns` columns from `column` on.
        package init(column: Int, text: String, role: Role, columns: Int) {
            self.column = column
            self.text = text
            self.role = role
            self.columns = columns
        }
    }

    /// The cells of a row, as few runs as there can be; they leave no gap.
    ///
    /// - Parameter limit: the columns of a terminal that is narrower than the canvas; a wide character that it would cut
    ///   is a blank. A row outside of the canvas has no runs.
    package func runs(inRow row: Int, upTo limit: Int = .max) -> [Run] {
        guard row >= 0, row < size.rows else { return [] }
        let end = min(limit, size.columns)
        var runs: [Run] = []
        for column in 0..<max(end, 0) {
            let cell = self[column, row]
            let isCut = column == end - 1 && self[column + 1, row].text.isEmpty
            let text = isCut ? " " : cell.text
            // The right half of a wide character looks as its left half, whatever role it was given.
            if let last = runs.indices.last, cell.text.isEmpty || runs[last].role == cell.role {
                runs[last].text += text
                runs[last].columns += 1
            } else {
                runs.append(Run(column: column, text: text, role: cell.role, columns: 1))
            }
        }
        return runs
    }
}
