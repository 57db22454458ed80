import Intuned

/// The configuration that a run was started with, as a tree that folds.
package struct ConfigurationPage: Hashable, Sendable {
    /// The run.
    package let key: RunKey
    /// The selected line and the scroll position.
    package internal(set) var cursor = ListCursor<Outline.Path>()
    /// The branches that are folded.
    package internal(set) var folded: Set<Outline.Path> = []
    /// The lines that are shown, as far as anybody reads.
    private(set) var shown = ConfigurationLines()

    /// Creates the page of a run's configuration, all branches open.
    package init(key: RunKey) {
        self.key = key
    }

    /// The selected value as text; nil for one that is secret and hidden.
    func copyText(in state: State) -> String? {
        guard canCopy(in: state) else { return nil }
        return selectedLine?.copyText(isRevealed: state.revealed == key)
    }

    /// Whether there is a text to copy, which takes long to make of a large branch.
    func canCopy(in state: State) -> Bool {
        selectedLine.map { !$0.isSecret || state.revealed == key } ?? false
    }

    mutating func settle(in state: State) {
        let tree = state.records.run(key)?.snapshot?.tree
        shown.follow(tree ?? .null, folded: folded)
        if tree != nil { cursor.settle(in: shown.paths, height: ConfigurationView.listHeight(in: state)) }
    }

    mutating func move(_ command: Command, in state: State) {
        let height = ConfigurationView.listHeight(in: state)
        if cursor.perform(command, in: shown.paths, height: height) { return }
        guard let line = selectedLine else { return }
        switch command {
        case .open: toggle(line)
        case .right: folded.remove(line.path)
        case .left:
            if line.isBranch && !folded.contains(line.path) {
                folded.insert(line.path)
            } else if let parent = shown.paths.firstIndex(where: { $0 == line.path.parent }) {
                cursor.go(to: parent, in: shown.paths, height: height)
            }
        case .up, .down, .pageUp, .pageDown, .first, .last, .back, .nextPane, .previousPane, .refresh, .togglePolling, .slower,
            .faster, .toggleTime, .filter, .configuration, .mark, .fetch, .cancelFetch, .webPage, .copy, .showSecrets, .results,
            .help,
            .redraw,
            .suspend, .quit:
            break
        }
    }

    /// The cursor knows where it found the selection last, which is nearly always where it still is.
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
