/// Which row of a list is selected and which rows are on the screen; the selection is an identity, never a number.
package struct ListCursor<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The row that the cursor follows, also while a filter hides it.
    private var followed: ID?
    /// Whether that row is among those that are shown.
    private var isShown = false
    /// The row number at which the selection was last seen, so that a row that goes leaves its neighbour selected.
    package private(set) var index = 0
    /// The number of the first row on the screen.
    package private(set) var top = 0

    /// Creates a cursor that takes the first row, or waits for the named one.
    package init(selected: ID? = nil) {
        self.followed = selected
    }

    /// The selected row's identity; nil while no row is shown, so that no command acts on one that a filter hides.
    package var selected: ID? { isShown ? followed : nil }

    /// Follows the selection to where it is now: it keeps its place on the screen when rows come in above it.
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

    /// Moves by so many rows, as far as the list goes.
    mutating func move(by rows: Int, in ids: [ID], height: Int) {
        go(to: index + rows, in: ids, height: height)
    }

    /// Goes to a row number, or to the nearest there is.
    mutating func go(to row: Int, in ids: [ID], height: Int) {
        guard !ids.isEmpty else { return }
        index = min(max(0, row), ids.count - 1)
        followed = ids[index]
        isShown = true
        scroll(count: ids.count, height: height)
    }

    /// A row stands nearly always where it stood, so a list of very many is hardly ever searched.
    private func place(of id: ID, in ids: [ID]) -> Int? {
        ids.indices.contains(index) && ids[index] == id ? index : ids.firstIndex(of: id)
    }

    /// Moves as a key says.
    mutating func perform(_ move: Move, in ids: [ID], height: Int) {
        go(to: move.target(from: index, count: ids.count, height: height), in: ids, height: height)
    }

    private mutating func scroll(count: Int, height: Int) {
        let height = max(1, height)
        top = min(top, index)
        top = max(top, index - height + 1)
        top = max(0, min(top, count - height))
    }
}
