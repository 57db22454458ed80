import ResultsFile
import TextScreen

/// The failures of a run's items, grouped by cause.
package struct GroupsPage: PageContent {
    static let kind = PageKind.groups
    static let bindings =
        [.openSelected, .copy] + Binding.moving + [.backOrLeft, .problems, .settings, .palette, .mouse, .help] + Binding.leaving

    /// The run.
    package let key: RunKey
    /// The selected group and the scroll position.
    package internal(set) var cursor = ListCursor<Int>()

    /// Creates the page of a run's failures.
    package init(key: RunKey) {
        self.key = key
    }

    var page: Page { .groups(self) }

    var readKey: RunKey? { key }

    func crumb(in state: State) -> String { "failures" }

    func opened(in state: State) -> Page? {
        selected(in: state).map { .items(ItemsPage(key: key, group: $0.id)) }
    }

    func copyText(in state: State) -> String? { selected(in: state)?.signature.text }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        GroupsView.draw(self, state, on: &canvas, in: region)
    }

    /// The groups, the most frequent first.
    func groups(in state: State) -> [FailureGroup] {
        (state.reading?.snapshot.groups ?? []).sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    }

    /// The selected group.
    func selected(in state: State) -> FailureGroup? {
        state.reading?.snapshot.groups.first { $0.id == cursor.selected }
    }

    mutating func settle(in state: State) {
        cursor.settle(in: groups(in: state).map(\.id), height: GroupsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: groups(in: state).map(\.id), height: GroupsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = GroupsView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: groups(in: state).map(\.id), height: GroupsView.listHeight(in: state))
    }
}
