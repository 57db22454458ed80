import TextScreen

/// The help: all keys, first those of the page that opened it.
package struct HelpPage: PageContent {
    static let kind = PageKind.help
    static let bindings = Binding.pace + Binding.moving + [close, .mouse] + Binding.leaving

    private static let close = Binding.app(
        .back, [.escape, .backspace, .character("?"), .enter], "back", "close the help")

    /// The page that opened the help.
    package let kind: PageKind
    /// The first line on the screen.
    package internal(set) var top = 0

    /// Creates the help for a page.
    package init(about kind: PageKind) {
        self.kind = kind
    }

    var page: Page { .help(self) }

    func crumb(in state: State) -> String { "help" }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        HelpView.draw(self, state, on: &canvas, in: region)
    }

    mutating func settle(in state: State) {
        top = max(0, min(top, HelpView.lines(for: self, in: state).count - HelpView.height(in: state)))
    }

    mutating func move(_ move: Move, in state: State) {
        let last = max(0, HelpView.lines(for: self, in: state).count - HelpView.height(in: state))
        top = max(0, min(last, move.target(from: top, count: last + 1, height: HelpView.height(in: state))))
    }
}
