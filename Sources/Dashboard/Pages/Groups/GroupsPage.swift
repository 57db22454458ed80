import ResultsFile

/// The failures of a run's items, those of one cause together.
package struct GroupsPage: Hashable, Sendable {
    /// The run.
    package let key: RunKey
    /// The selected group and the scroll position.
    package internal(set) var cursor = ListCursor<Int>()

    /// Creates the page of a run's failures.
    package init(key: RunKey) {
        self.key = key
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

    mutating func move(_ command: Command, in state: State) {
        _ = cursor.perform(command, in: groups(in: state).map(\.id), height: GroupsView.listHeight(in: state))
    }
}
