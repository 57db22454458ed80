import TextScreen

/// What a click on a page hit.
enum Click: Hashable {
    /// No row; the click does nothing.
    case nothing
    /// A row, which is now selected.
    case row
    /// The row that the previous click selected.
    case sameRow
    /// The heading of a column that shows this field.
    case heading(String)
}

extension Region {
    /// The line of a click within the region, counted from its top; nil for a click elsewhere.
    func line(of event: MouseEvent) -> Int? { contains(column: event.column, row: event.row) ? event.row - row : nil }
}
