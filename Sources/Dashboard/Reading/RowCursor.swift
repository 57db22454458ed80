/// Which row of a results file is selected; the file is never in memory, so a position stands for the row until it is read.
///
/// Within one filter a position names the same row for ever: rows are only added behind the last one. The row's number is the
/// identity that outlives the filter.
package struct RowCursor: Hashable, Sendable {
    /// The position of the selected row among those that pass.
    package private(set) var position = 0
    /// The position of the first row on the screen.
    package private(set) var top = 0
    /// The number in the file of the selected row; nil until it was read.
    package internal(set) var row: Int?

    /// Creates a cursor on the first row.
    package init() {}

    /// Goes to a position, or to the nearest there is.
    mutating func go(to target: Int, count: Int, height: Int) {
        let nearest = max(0, min(target, count - 1))
        if nearest != position { row = nil }
        position = nearest
        scroll(count: count, height: height)
    }

    /// Goes to the first row until the selected one is found again, which keeps its name meanwhile.
    mutating func restart() { (position, top) = (0, 0) }

    /// Moves as a key says.
    mutating func perform(_ move: Move, count: Int, height: Int) {
        go(to: move.target(from: position, count: count, height: height), count: count, height: height)
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
