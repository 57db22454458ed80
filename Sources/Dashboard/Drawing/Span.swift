package import TextScreen

/// A piece of text in one role.
package struct Span: Hashable, Sendable {
    /// The text, unmodified.
    package var text: String
    /// The role of the text.
    package var role: Role
    /// Whether the text has just changed.
    package var isChanged: Bool

    /// Creates a piece of text.
    package init(_ text: String, _ role: Role = .normal, isChanged: Bool = false) {
        self.text = text
        self.role = role
        self.isChanged = isChanged
    }

    /// The same text in another role.
    func inRole(_ role: Role) -> Span { Span(text, role, isChanged: isChanged) }
}

extension Canvas {
    /// Writes pieces one after another with `Canvas.write`; returns the columns written.
    @discardableResult
    mutating func write(_ spans: [Span], column: Int, row: Int, limit: Int = .max) -> Int {
        var used = 0
        for span in spans where used < limit {
            used += write(
                span.text, column: column + used, row: row, limit: limit - used, role: span.role, isChanged: span.isChanged)
        }
        return used
    }

    /// Writes pieces so that they end at a column; clips the right end if they are too wide.
    mutating func write(_ spans: [Span], endingAt end: Int, row: Int, limit: Int) {
        let width = min(limit, spans.reduce(0) { $0 + ScreenText.columns(of: $1.text, charset: charset) })
        write(spans, column: end - width, row: row, limit: width)
    }

    /// Writes a sentence in the middle of a region, broken into lines.
    mutating func writeCentered(_ text: String, in region: Region, role: Role = .muted) {
        let lines = ScreenText.wrapped(
            text, columns: max(1, min(region.columns - 4, 70)), charset: charset, maximumLines: max(1, region.rows))
        let firstRow = region.row + max(0, (region.rows - lines.count) / 3)
        for (index, line) in lines.enumerated() where firstRow + index < region.endRow {
            let width = ScreenText.columns(of: line, charset: charset)
            write(line, column: region.column + max(0, (region.columns - width) / 2), row: firstRow + index, role: role)
        }
    }
}
