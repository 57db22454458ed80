import Intuned
import TextScreen

/// The configuration with which a run was started, as a tree that folds.
package struct ConfigurationPage: PageContent {
    static let kind = PageKind.configuration
    static let bindings =
        Binding.tree + [showSecrets, .refresh, .copy, .togglePolling] + Binding.pace + Binding.moving
        + [.back, .problems, .settings, .palette, .mouse, .help] + Binding.leaving

    private static let showSecrets = Binding.page(
        .run(.showSecrets), [.character("v")], "secrets", "show secrets (asks first), or hide them")

    /// The run.
    package let key: RunKey
    /// The selected line and the scroll position.
    package internal(set) var cursor = ListCursor<Outline.Path>()
    /// The branches that are folded.
    package internal(set) var folded: Set<Outline.Path> = []
    /// The lines that are shown, up to the limit.
    private(set) var shown = ConfigurationLines()

    /// Creates the page of a run's configuration, with all branches open.
    package init(key: RunKey) {
        self.key = key
    }

    var page: Page { .configuration(self) }

    func crumb(in state: State) -> String { "configuration" }

    func runKey(in state: State) -> RunKey? { key }

    func focus(in state: State) -> Want? { RunPage.focus(of: key, in: state) }

    func hidesSecret(in state: State) -> Bool { !canCopy(in: state) }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        ConfigurationView.draw(self, state, on: &canvas, in: region)
    }

    /// The selected value as text; nil for a hidden secret.
    func copyText(in state: State) -> String? {
        guard canCopy(in: state) else { return nil }
        return selectedLine?.copyText(isRevealed: state.revealed == key)
    }

    /// Whether there is text to copy; avoids making the text, which takes long for a large branch.
    func canCopy(in state: State) -> Bool {
        selectedLine.map { !$0.isSecret || state.revealed == key } ?? false
    }

    mutating func settle(in state: State) {
        let tree = state.records.run(key)?.snapshot?.tree
        shown.follow(tree ?? .null, folded: folded)
        if tree != nil { cursor.settle(in: shown.paths, height: ConfigurationView.listHeight(in: state)) }
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: shown.paths, height: ConfigurationView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = ConfigurationView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: shown.paths, height: ConfigurationView.listHeight(in: state))
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard case .tree(let command) = command, let line = selectedLine else { return }
        switch command {
        case .toggle: toggle(line)
        case .unfold: folded.remove(line.path)
        case .fold:
            if line.isBranch && !folded.contains(line.path) {
                folded.insert(line.path)
            } else if let parent = shown.paths.firstIndex(where: { $0 == line.path.parent }) {
                cursor.go(to: parent, in: shown.paths, height: ConfigurationView.listHeight(in: state))
            }
        }
    }

    /// The selected line; tries the cursor's last known place first, which is rarely wrong.
    private var selectedLine: Outline.Line? {
        let index = cursor.index
        if shown.lines.indices.contains(index), shown.paths[index] == cursor.selected { return shown.lines[index] }
        return shown.lines.first { $0.path == cursor.selected }
    }

    private mutating func toggle(_ line: Outline.Line) {
        guard line.isBranch else { return }
        if folded.remove(line.path) == nil { folded.insert(line.path) }
    }
}
