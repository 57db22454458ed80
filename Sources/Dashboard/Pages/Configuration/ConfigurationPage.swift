import Intuned

/// The configuration that a run was started with, as a tree that folds.
package struct ConfigurationPage: Hashable, Sendable {
    /// The run.
    package let key: RunKey
    /// The selected line and the scroll position.
    package internal(set) var cursor = ListCursor<Outline.Path>()
    /// The branches that are folded.
    package internal(set) var folded: Set<Outline.Path> = []

    /// Creates the page of a run's configuration, all branches open.
    package init(key: RunKey) {
        self.key = key
    }

    /// The lines that are shown, in order.
    func lines(in state: State) -> [Outline.Line] {
        guard let tree = state.records.run(key)?.snapshot?.tree else { return [] }
        return Outline.lines(of: tree, folded: folded)
    }

    /// Whether there is anything to show that is hidden by default.
    func hasSecrets(in state: State) -> Bool {
        Outline.lines(of: state.records.run(key)?.snapshot?.tree ?? .null, folded: []).contains(where: \.isSecret)
    }

    /// The selected value as text; nil for one that is secret and hidden.
    func copyText(in state: State) -> String? {
        guard let line = lines(in: state).first(where: { $0.path == cursor.selected }) else { return nil }
        return line.isSecret && state.revealed != key ? nil : line.copyText(isRevealed: state.revealed == key)
    }

    mutating func settle(in state: State) {
        guard state.records.run(key)?.snapshot != nil else { return }
        cursor.settle(in: lines(in: state).map(\.path), height: ConfigurationView.listHeight(in: state))
    }

    mutating func move(_ command: Command, in state: State) {
        let lines = lines(in: state)
        let height = ConfigurationView.listHeight(in: state)
        if cursor.perform(command, in: lines.map(\.path), height: height) { return }
        guard let line = lines.first(where: { $0.path == cursor.selected }) else { return }
        switch command {
        case .open: toggle(line)
        case .right: folded.remove(line.path)
        case .left:
            if line.isBranch && !folded.contains(line.path) {
                folded.insert(line.path)
            } else if let parent = lines.firstIndex(where: { $0.path == line.path.parent }) {
                cursor.go(to: parent, in: lines.map(\.path), height: height)
            }
        case .up, .down, .pageUp, .pageDown, .first, .last, .back, .nextPane, .previousPane, .refresh, .togglePolling, .slower,
            .faster, .toggleTime, .filter, .configuration, .mark, .fetch, .cancelFetch, .webPage, .copy, .showSecrets, .results,
            .help,
            .redraw,
            .suspend, .quit:
            break
        }
    }

    private mutating func toggle(_ line: Outline.Line) {
        guard line.isBranch else { return }
        if folded.remove(line.path) == nil { folded.insert(line.path) }
    }
}
