/// The help: all keys, those of the page it was asked on first.
package struct HelpPage: Hashable, Sendable {
    /// The page on which help was asked for.
    package let kind: PageKind
    /// The first line on the screen.
    package internal(set) var top = 0

    /// Creates the help for a page.
    package init(about kind: PageKind) {
        self.kind = kind
    }

    mutating func settle(in state: State) {
        top = max(0, min(top, HelpView.lines(for: self, in: state).count - HelpView.height(in: state)))
    }

    mutating func move(_ command: Command, in state: State) {
        let last = max(0, HelpView.lines(for: self, in: state).count - HelpView.height(in: state))
        guard let target = command.target(from: top, count: last + 1, height: HelpView.height(in: state)) else { return }
        top = max(0, min(last, target))
    }
}
