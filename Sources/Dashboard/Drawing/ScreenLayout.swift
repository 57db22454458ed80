package import TextScreen

/// Where header, page, status and footer stand.
package struct ScreenLayout: Hashable, Sendable {
    /// The path, the age of the data and the clock.
    package var header: Region
    /// The page.
    package var page: Region
    /// What is going on: a notice, trouble, a fetch; no rows when there is nothing to say.
    package var status: Region
    /// The keys that work here.
    package var footer: Region

    /// The layout of a screen with so many rows of status.
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
    /// The layout of the screen as it is now.
    var layout: ScreenLayout { ScreenLayout(size: size, statusRows: status.count) }
}
