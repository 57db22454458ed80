package import TextScreen

/// The regions of header, page, status and footer.
package struct ScreenLayout: Hashable, Sendable {
    /// The path, the age of the data and the clock.
    package var header: Region
    /// The worst problem and how many more; no row when there is none, or no room.
    package var problems: Region
    /// The page.
    package var page: Region
    /// A notice, a problem or a fetch; no rows when there is nothing to show.
    package var status: Region
    /// The keys that work here.
    package var footer: Region

    /// Creates the layout of a screen with this many rows of status, with or without a line for problems.
    package init(size: Size, statusRows: Int, hasProblems: Bool = false) {
        let screen = Region(size)
        header = screen.top(1)
        footer = screen.bottom(1)
        let below = screen.dropTop(1).dropBottom(1)
        problems = below.top(hasProblems ? 1 : 0)
        let middle = below.dropTop(hasProblems ? 1 : 0)
        status = middle.bottom(statusRows)
        page = middle.dropBottom(statusRows)
    }
}

extension State {
    /// Rows of a screen that has room for a line about problems.
    private static let roomForProblems = 12

    /// Whether a line says what is wrong; the page of problems says it anyway.
    private var showsProblemLine: Bool {
        !judgements.problems.isEmpty && size.rows >= Self.roomForProblems && page.kind != .problems
    }

    /// The layout of the current screen.
    var layout: ScreenLayout { ScreenLayout(size: size, statusRows: status.count, hasProblems: showsProblemLine) }
}
