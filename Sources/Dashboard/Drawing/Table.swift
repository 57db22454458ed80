import TextScreen

/// A column of a table, as data.
struct Column<Row> {
    /// How wide a column is.
    enum Width {
        /// So many columns of the screen, always.
        case fixed(Int)
        /// At least and at most so many; what is left over goes to these, in order.
        case flexible(least: Int, most: Int)

        var least: Int {
            switch self {
            case .fixed(let width): width
            case .flexible(let least, _): least
            }
        }

        var most: Int {
            switch self {
            case .fixed(let width): width
            case .flexible(_, let most): most
            }
        }
    }

    var title: String
    var width: Width
    /// A narrow screen drops the column with the least of it first.
    var importance: Int
    /// Whether it ends at its right edge, as numbers do.
    var isRightAligned = false
    var spans: (Row) -> [Span]
}

/// Rows under titles; the columns that fit are chosen by their importance.
struct Table<Row> {
    var columns: [Column<Row>]

    /// The columns that fit into a width, with the width that each gets.
    func fitted(to width: Int) -> [(column: Column<Row>, width: Int)] {
        var chosen = columns
        while chosen.count > 1, Self.needed(chosen) > width {
            guard let least = chosen.indices.min(by: { chosen[$0].importance < chosen[$1].importance }) else { break }
            chosen.remove(at: least)
        }
        var spare = max(0, width - Self.needed(chosen))
        return chosen.map { column in
            let extra = min(spare, max(0, column.width.most - column.width.least))
            spare -= extra
            return (column, column.width.least + extra)
        }
    }

    /// Draws titles and rows; the selected row in its role from edge to edge.
    ///
    /// - Parameters:
    ///   - rows: those on the screen, the first one below the titles.
    ///   - selected: the position among them of the selected one.
    func draw(_ rows: [Row], selected: Int?, on canvas: inout Canvas, in region: Region) {
        let fitted = fitted(to: region.columns - 2)
        draw(fitted, on: &canvas, in: region, row: region.row) { [Span($0.title, .muted)] }
        for (offset, row) in rows.enumerated() where region.row + 1 + offset < region.endRow {
            let line = region.row + 1 + offset
            draw(fitted, on: &canvas, in: region, row: line) { $0.spans(row) }
            if offset == selected { canvas.setRole(.selected, in: region.row(line)) }
        }
    }

    private func draw(
        _ fitted: [(column: Column<Row>, width: Int)], on canvas: inout Canvas, in region: Region, row: Int,
        spans: (Column<Row>) -> [Span]
    ) {
        var start = region.column + 1
        for (column, width) in fitted {
            if column.isRightAligned {
                canvas.write(spans(column), endingAt: start + width, row: row, limit: width)
            } else {
                canvas.write(spans(column), column: start, row: row, limit: width)
            }
            start += width + 1
        }
    }

    private static func needed(_ columns: [Column<Row>]) -> Int {
        columns.reduce(0) { $0 + $1.width.least } + columns.count - 1
    }
}
