/// The selected row of a results file; the file is never in memory, so a position stands for the row until it is read.
///
/// Within one filter a position always means the same row: rows are only added at the end. The row's number outlives the filter.
package struct RowCursor: Hashable, Sendable {
    /// The position of the selected row in the filtered list.
    package private(set) var position = 0
    /// The position of the first row on the screen.
    package private(set) var top = 0
    /// The selected row's number in the file; nil until it is read.
    package internal(set) var row: Int?

    /// The position that the latest click selected.
    private var clicked: Int?

    /// Creates a cursor on the first row.
    package init() {}

    /// Moves to a position, or to the nearest one that exists.
    mutating func go(to target: Int, count: Int, height: Int) {
        let nearest = max(0, min(target, count - 1))
        if nearest != position { row = nil }
        position = nearest
        scroll(count: count, height: height)
    }

    /// Moves to the first row until the selected row is found again; its number is kept meanwhile.
    mutating func restart() { (position, top, clicked) = (0, 0, nil) }

    /// Carries out a move.
    mutating func perform(_ move: Move, count: Int, height: Int) {
        go(to: move.target(from: position, count: count, height: height), count: count, height: height)
    }

    /// Selects the row in a line of the screen, counted from the first line of the list; nil is a place without one.
    mutating func click(line: Int?, count: Int, height: Int) -> Click {
        guard let line, top + line < count else { return .nothing }
        go(to: top + line, count: count, height: height)
        defer { clicked = position }
        return clicked == position ? .sameRow : .row
    }

    /// Keeps the cursor within the rows and the selected row on the screen.
    mutating func settle(count: Int, height: Int) {
        guard count > 0 else { return }
        go(to: position, count: count, height: height)
    }

    private mutating func scroll(count: Int, height: Int) {
        let height = max(1, height)
        top = min(top, position)
        top = max(top, position - height + 1)
        top = max(0, min(top, count - height))
    }
}
