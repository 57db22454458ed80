import TextScreen

/// The help: all keys, first those of the page that opened it.
package struct HelpPage: FilteredContent {
    static let kind = PageKind.help
    static let bindings = [run, .filter, .palette] + Binding.pace + Binding.moving + [close, .mouse] + Binding.leaving

    private static let run = Binding(.list(.open), [.enter], "run", "run the selected command on the page below")
    private static let close = Binding.app(.back, [.escape, .backspace, .character("?")], "back", "close the help")

    /// The page that opened the help.
    package let kind: PageKind
    /// The selected line and the scroll position.
    package internal(set) var cursor = ListCursor<Int>()
    /// The words that lines must contain.
    package internal(set) var filter = Filter()

    /// Creates the help for a page.
    package init(about kind: PageKind) {
        self.kind = kind
        // The first line is a title.
        cursor.go(to: 1, in: [0, 1], height: 2)
    }

    var page: Page { .help(self) }

    func crumb(in state: State) -> String { "help" }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        HelpView.draw(self, state, on: &canvas, in: region)
    }

    /// The command of the selected line.
    func binding(in state: State) -> Binding? {
        let lines = HelpView.lines(for: self, in: state)
        return lines.indices.contains(cursor.index) ? lines[cursor.index].binding : nil
    }

    mutating func settle(in state: State) {
        cursor.settle(in: Array(HelpView.lines(for: self, in: state).indices), height: HelpView.height(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        let lines = Array(HelpView.lines(for: self, in: state).indices)
        cursor.perform(move, in: lines, height: HelpView.height(in: state))
    }
}
