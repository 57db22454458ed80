import ResultsFile
import TextScreen

/// One item with all its parts, as a tree that folds.
package struct ItemPage: FilteredContent {
    static let kind = PageKind.item
    static let bindings =
        Binding.tree + searching + [.copy] + Binding.moving + [.back, .problems, .settings, .palette, .mouse, .help]
        + Binding.leaving

    private static let searching = [
        Binding(.list(.filter), [.character("/")], "search", "search in names and values"),
        .page(.results(.next), [.character("n")], "next", "next match"),
        .page(.results(.previous), [.character("N")], "", "previous match"),
        .page(.results(.copyPath), [.character("Y")], "copy path", "copy the path of the value"),
    ]

    /// The run.
    package let key: RunKey
    /// The number of the item's row.
    package let row: Int
    /// The selected value and the scroll position.
    package internal(set) var cursor = TreeCursor()
    /// The folded branches; nil until the item arrives, since its size decides.
    package internal(set) var folded: Set<Int>?
    /// The words of the search.
    package internal(set) var filter = Filter()
    /// The words of the last search, so that typing moves to a match and later moves stay where they are.
    private var sought = ""

    /// The most values for which a tree starts with all branches open; a larger tree shows two levels.
    private static let openly = 400

    /// Creates the page of the item in a row.
    package init(key: RunKey, row: Int) {
        self.key = key
        self.row = row
    }

    var page: Page { .item(self) }

    var readKey: RunKey? { key }

    func crumb(in state: State) -> String { "row \(Wording.number(row + 1))" }

    func isAvailable(_ command: ResultsCommand, of reading: Reading, in state: State) -> Bool {
        switch command {
        case .next, .previous: !filter.text.isEmpty
        case .copyPath: path(in: state) != nil
        case .cycleOutcome, .cycleAPI, .nextFields, .previousFields, .groups, .bytes, .writeLines, .writeCSV, .stopWriting:
            false
        }
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        ItemView.draw(self, state, on: &canvas, in: region)
    }

    /// The item, once it has arrived and if it could be read.
    func item(in state: State) -> ResultsItem? {
        guard let read = state.reading?.item, read.row == row else { return nil }
        return try? read.result.get()
    }

    /// The values that are shown, in order.
    func lines(of tree: JSONTree) -> TreeLines { TreeLines(tree: tree, folded: folded ?? []) }

    /// The selected value: a branch as JSON, a string as its characters.
    func copyText(in state: State) -> String? {
        guard let tree = item(in: state)?.tree, let id = cursor.selected, id < tree.count else { return nil }
        return tree.kind(of: id).isContainer ? tree.json(of: id, .pretty) : tree.text(of: id)
    }

    /// The path of the selected value.
    func path(in state: State) -> String? {
        guard let tree = item(in: state)?.tree, let id = cursor.selected, id < tree.count else { return nil }
        return tree.path(of: id)
    }

    /// Forgets the selection and the folded branches: the row may now hold another item.
    mutating func beginAgain() {
        cursor = TreeCursor()
        folded = nil
    }

    mutating func settle(in state: State) {
        guard let item = item(in: state) else { return }
        if folded == nil { begin(with: item, state) }
        if filter.text != sought {
            sought = filter.text
            if !sought.isEmpty { show(item.tree.match(sought, after: cursor.selected.map { $0 - 1 }), in: item.tree, state) }
        }
        let lines = lines(of: item.tree)
        cursor.go(to: cursor.selected ?? lines.first, in: lines, height: ItemView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        guard let tree = item(in: state)?.tree else { return }
        cursor.perform(move, in: lines(of: tree), height: ItemView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        guard let tree = item(in: state)?.tree else { return .nothing }
        let line = ItemView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: lines(of: tree), height: ItemView.listHeight(in: state))
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard let tree = item(in: state)?.tree, let id = cursor.selected else { return }
        if case .results(let command) = command {
            if command == .next { show(tree.match(filter.text, after: id), in: tree, state) }
            if command == .previous { show(tree.match(filter.text, before: id), in: tree, state) }
        }
        guard case .tree(let command) = command else { return }
        switch command {
        case .toggle: if folded?.remove(id) == nil { fold(id, in: tree) }
        case .unfold: folded?.remove(id)
        case .fold:
            if tree.childCount(of: id) > 0, folded?.contains(id) == false {
                fold(id, in: tree)
            } else if let parent = tree.parent(of: id), parent != JSONTree.root {
                show(parent, in: tree, state)
            }
        }
    }

    /// Sets the cursor to the most important value: the error message, else the error, else the output.
    private mutating func begin(with item: ResultsItem, _ state: State) {
        let tree = item.tree
        folded = tree.count <= Self.openly ? [] : tree.branches(below: 2)
        show(item.parts.errorMessage ?? item.parts.error ?? item.parts.output, in: tree, state)
    }

    private mutating func fold(_ id: Int, in tree: JSONTree) {
        if tree.childCount(of: id) > 0 { folded?.insert(id) }
    }

    /// Selects a value and opens every branch that holds it.
    private mutating func show(_ id: Int?, in tree: JSONTree, _ state: State) {
        guard let id, id != JSONTree.root else { return }
        var holder = tree.parent(of: id)
        while let branch = holder {
            folded?.remove(branch)
            holder = tree.parent(of: branch)
        }
        cursor.go(to: id, in: lines(of: tree), height: ItemView.listHeight(in: state))
    }
}

extension JSONTree {
    /// The branches deeper than a level; found in one pass, since the text may be nested very deeply.
    fileprivate func branches(below level: Int) -> Set<Int> {
        var depths = [Int](repeating: 0, count: count)
        var branches: Set<Int> = []
        for id in 1..<count {
            depths[id] = (parent(of: id).map { depths[$0] } ?? 0) + 1
            if depths[id] > level, childCount(of: id) > 0 { branches.insert(id) }
        }
        return branches
    }
}
