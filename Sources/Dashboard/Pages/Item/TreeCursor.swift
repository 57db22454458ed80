import ResultsFile

/// The selected value of a tree and the first value on the screen.
package struct TreeCursor: Hashable, Sendable {
    /// The selected value; nil until the tree arrives.
    package private(set) var selected: Int?
    /// The value in the first line on the screen.
    private(set) var top = 0

    /// The value that the latest click selected.
    private var clicked: Int?

    /// Creates a cursor that selects the first line.
    package init() {}

    /// Selects a value that has a line, and scrolls as little as possible to show it.
    mutating func go(to id: Int, in lines: TreeLines, height: Int) {
        let above = 1 - max(1, height)
        selected = id
        top = max(min(top, id), lines.line(above, from: id))
        // No line stays empty while there are values above.
        top = max(lines.first, min(top, lines.line(above, from: lines.last)))
    }

    /// Selects the value in a line of the screen, counted from the first line of the tree; nil is a place without one.
    mutating func click(line: Int?, in lines: TreeLines, height: Int) -> Click {
        guard let line else { return .nothing }
        let shown = lines.lines(from: top, count: line + 1)
        guard shown.count == line + 1, let id = shown.last else { return .nothing }
        go(to: id, in: lines, height: height)
        defer { clicked = id }
        return clicked == id ? .sameRow : .row
    }

    /// Carries out a move.
    mutating func perform(_ move: Move, in lines: TreeLines, height: Int) {
        let target =
            switch move {
            case .first: lines.first
            case .last: lines.last
            case .up, .down, .pageUp, .pageDown:
                lines.line(move.target(from: 0, count: 0, height: height), from: selected ?? lines.first)
            }
        go(to: target, in: lines, height: height)
    }
}
