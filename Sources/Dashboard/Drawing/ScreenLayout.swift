package import TextScreen

/// The regions of header, page, status and footer.
package struct ScreenLayout: Hashable, Sendable {
    /// The path, the age of the data and the clock.
    package var header: Region
    /// The page.
    package var page: Region
    /// A notice, a problem or a fetch; no rows when there is nothing to show.
    package var status: Region
    /// The keys that work here.
    package var footer: Region

    /// Creates the layout of a screen with this many rows of status.
    package init(size: Size, statusRows: Int) {
        let screen = Region(size)
        header = screen.top(1)
        footer = screen.bottom(1)
        let middle = screen.dropTop(1).dropBottom(1)
        status = middle.bottom(statusRows)
        page = middle.dropBottom(statusRows)
    }
}

extension State {
    /// The layout of the current screen.
    var layout: ScreenLayout { ScreenLayout(size: size, statusRows: status.count) }
}
