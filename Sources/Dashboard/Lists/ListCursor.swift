/// The selected row of a list and the rows on the screen; the selection is an identity, never a number.
package struct ListCursor<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The row that the cursor follows, even while a filter hides it.
    private var followed: ID?
    /// Whether the followed row is shown.
    private var isShown = false
    /// The row that the latest click selected.
    private var clicked: ID?
    /// The last known row number of the selection, so that its neighbor is selected when the row disappears.
    package private(set) var index = 0
    /// The number of the first row on the screen.
    package private(set) var top = 0

    /// Creates a cursor that selects the first row, or waits for the named row.
    package init(selected: ID? = nil) {
        self.followed = selected
    }

    /// The identity of the selected row; nil while it is hidden, so that no command acts on a row that a filter hides.
    package var selected: ID? { isShown ? followed : nil }

    /// Follows the selection to its current place; it keeps its place on the screen when rows arrive above it.
    mutating func settle(in ids: [ID], height: Int) {
        isShown = !ids.isEmpty
        guard isShown else {
            index = 0
            top = 0
            return
        }
        let offset = index - top
        if let followed, let found = place(of: followed, in: ids) {
            top += found - index
            index = found
        } else {
            index = min(max(0, index), ids.count - 1)
            followed = ids[index]
            top = index - offset
        }
        scroll(count: ids.count, height: height)
    }

    /// Moves by this many rows, within the list.
    mutating func move(by rows: Int, in ids: [ID], height: Int) {
        go(to: index + rows, in: ids, height: height)
    }

    /// Moves to a row number, or to the nearest one that exists.
    mutating func go(to row: Int, in ids: [ID], height: Int) {
        guard !ids.isEmpty else { return }
        index = min(max(0, row), ids.count - 1)
        followed = ids[index]
        isShown = true
        scroll(count: ids.count, height: height)
    }

    /// The row of an id; tries the last known place first, so that a long list is rarely searched.
    private func place(of id: ID, in ids: [ID]) -> Int? {
        ids.indices.contains(index) && ids[index] == id ? index : ids.firstIndex(of: id)
    }

    /// Carries out a move.
    mutating func perform(_ move: Move, in ids: [ID], height: Int) {
        go(to: move.target(from: index, count: ids.count, height: height), in: ids, height: height)
    }

    /// The nearest row after or before the selected one for which it is so.
    func place(isForward: Bool, among rows: Range<Int>, _ isSo: (Int) -> Bool) -> Int? {
        isForward
            ? rows.dropFirst(index + 1 - rows.lowerBound).first(where: isSo)
            : rows.prefix(max(0, index - rows.lowerBound)).last(where: isSo)
    }

    /// Selects the row in a line of the screen, counted from the first line of the list; nil is a place without one.
    mutating func click(line: Int?, in ids: [ID], height: Int) -> Click {
        guard let line, ids.indices.contains(top + line) else { return .nothing }
        go(to: top + line, in: ids, height: height)
        defer { clicked = followed }
        return clicked == followed ? .sameRow : .row
    }

    private mutating func scroll(count: Int, height: Int) {
        let height = max(1, height)
        top = min(top, index)
        top = max(top, index - height + 1)
        top = max(0, min(top, count - height))
    }
}
