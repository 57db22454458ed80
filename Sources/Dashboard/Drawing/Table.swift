import Query
import TextScreen

/// How wide a column is.
enum ColumnWidth {
    /// This many columns of the screen, always.
    case fixed(Int)
    /// A minimum and a maximum; leftover columns go to flexible columns, in order.
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

/// A column of a table, as data.
struct Column<Row> {
    typealias Width = ColumnWidth

    var title: String
    var width: Width
    /// The importance of the column: a narrow screen drops the least important first.
    var importance: Int
    /// Whether the text is right-aligned, as for numbers.
    var isRightAligned = false
    /// The field that the column shows, by which the list may be sorted.
    var field: String?
    /// Whether no row of the list has anything in the column, which then leaves; never decided from the rows on the screen.
    var isEmpty = false
    /// Whether a text that stands directly above already is muted.
    var mutesRepeats = false
    var spans: (Row) -> [Span]
}

/// Where a column of a table is on the screen.
struct ColumnPlace<Row> {
    var column: Column<Row>
    /// The columns of the screen before it, counted from the first one of the table.
    var start: Int
    /// Its columns of the screen.
    var width: Int
}

/// Rows under titles; importance decides which columns fit.
struct Table<Row> {
    var columns: [Column<Row>]
    /// Text that takes the place of the last columns of a row; nil if the row has its columns.
    var across: (spans: (Row) -> [Span]?, from: Int)?

    /// The headings, for the order and the choice of columns.
    var heads: [ColumnHead] { columns.map { ColumnHead(title: $0.title, field: $0.field) } }

    /// The table as the user has arranged it, with a mark at the heading by which it is sorted.
    func arranged(by setting: ListSetting?, _ charset: Charset) -> Table<Row> {
        guard let setting else { return self }
        var table = self
        table.columns = setting.arranged(columns, title: \.title).filter {
            !setting.hidden.contains($0.title) || $0.title.isEmpty
        }
        let glyphs = Glyphs(charset)
        for place in table.columns.indices where table.columns[place].field != nil {
            guard table.columns[place].field == setting.order.field else { continue }
            table.columns[place].title.append(setting.order.isReversed ? glyphs.descending : glyphs.ascending)
            table.columns[place].importance = 11
            table.columns[place].isEmpty = false
            if case .fixed(let width) = table.columns[place].width {
                table.columns[place].width = .fixed(max(width, table.columns[place].title.count))
            }
        }
        return table
    }

    /// The columns that fit into a width, each with its place.
    func fitted(to width: Int) -> [ColumnPlace<Row>] {
        var chosen = columns.filter { !$0.isEmpty }
        while chosen.count > 1, Self.needed(chosen) > width {
            guard let least = chosen.indices.min(by: { chosen[$0].importance < chosen[$1].importance }) else { break }
            chosen.remove(at: least)
        }
        var spare = max(0, width - Self.needed(chosen))
        var start = 0
        return chosen.indices.map { index in
            let column = chosen[index]
            let extra = min(spare, max(0, column.width.most - column.width.least))
            spare -= extra
            defer {
                let next = chosen.indices.contains(index + 1) ? chosen[index + 1].isRightAligned : nil
                start += column.width.least + extra + Self.gap(column.isRightAligned, beside: next)
            }
            return ColumnPlace(column: column, start: start, width: column.width.least + extra)
        }
    }

    /// Draws titles and rows; the selected row has a background of its own over its whole width.
    ///
    /// - Parameters:
    ///   - rows: the rows on the screen, the first one directly below the titles; one that is nil is blank.
    ///   - selected: the index of the selected row in `rows`.
    func draw(_ rows: [Row?], selected: Int?, on canvas: inout Canvas, in region: Region) {
        let fitted = fitted(to: region.columns - 2)
        draw(fitted[...], on: &canvas, in: region, row: region.row) { [Span($0.title, .muted)] }
        var above: [String?] = []
        for (offset, row) in rows.enumerated() where region.row + 1 + offset < region.endRow {
            let line = region.row + 1 + offset
            if let row {
                draw(row, fitted, below: &above, on: &canvas, in: region, line: line)
            } else {
                above = []
            }
            if offset == selected { canvas.select(region.row(line)) }
        }
    }

    /// The field of the heading that a click above the list meets.
    func field(at event: MouseEvent, above list: Region) -> String? {
        guard event.row == list.row - 1 else { return nil }
        let column = event.column - list.column - 1
        return fitted(to: list.columns - 2).first { $0.start..<$0.start + $0.width ~= column }?.column.field
    }

    /// Draws a row, and keeps what it says for the row below it.
    private func draw(
        _ row: Row, _ fitted: [ColumnPlace<Row>], below above: inout [String?], on canvas: inout Canvas,
        in region: Region, line: Int
    ) {
        let wide = across?.spans(row)
        let left = wide == nil ? fitted[...] : fitted.prefix(across?.from ?? 0)
        var texts: [String?] = []
        draw(left, on: &canvas, in: region, row: line) { column in
            let spans = column.spans(row)
            guard column.mutesRepeats else {
                texts.append(nil)
                return spans
            }
            let text = spans.map(\.text).joined()
            let isRepeated = above.indices.contains(texts.count) && above[texts.count] == text
            texts.append(text)
            return isRepeated ? spans.map { $0.inRole(.muted) } : spans
        }
        above = texts
        guard let text = wide else { return }
        let place =
            fitted.indices.contains(left.count) ? fitted[left.count].start : fitted.last.map { $0.start + $0.width + 1 } ?? 0
        let start = region.column + 1 + place
        canvas.write(text, column: start, row: line, limit: region.endColumn - 1 - start)
    }

    private func draw(
        _ fitted: ArraySlice<ColumnPlace<Row>>, on canvas: inout Canvas, in region: Region, row: Int,
        spans: (Column<Row>) -> [Span]
    ) {
        for place in fitted {
            let start = region.column + 1 + place.start
            if place.column.isRightAligned {
                canvas.write(spans(place.column), endingAt: start + place.width, row: row, limit: place.width)
            } else {
                canvas.write(spans(place.column), column: start, row: row, limit: place.width)
            }
        }
    }

    /// The blanks after a column: two where a right-aligned text would touch a left-aligned one.
    private static func gap(_ isRightAligned: Bool, beside next: Bool?) -> Int {
        isRightAligned && next == false ? 2 : 1
    }

    private static func needed(_ columns: [Column<Row>]) -> Int {
        let gaps = zip(columns, columns.dropFirst()).map { gap($0.isRightAligned, beside: $1.isRightAligned) }
        return gaps.reduce(columns.reduce(0) { $0 + $1.width.least }, +)
    }
}
