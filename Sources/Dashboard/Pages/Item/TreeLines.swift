import ResultsFile

/// The lines of a tree that folds, in order; each is found from its neighbour, so that a tree of a million values is never laid out.
struct TreeLines {
    let tree: JSONTree
    /// The branches whose values are hidden.
    let folded: Set<Int>

    /// A value that holds others has no line of its own at the top: its members are what is shown.
    var first: Int { tree.count > 1 ? 1 : JSONTree.root }

    var last: Int { previous(before: tree.count) ?? first }

    func next(after id: Int) -> Int? {
        let next = folded.contains(id) ? tree.next(after: id) : id + 1
        return next < tree.count ? next : nil
    }

    /// The line above is the value before this one, or the outermost folded branch that hides it.
    func previous(before id: Int) -> Int? {
        guard id > first else { return nil }
        var line = id - 1
        var holder = tree.parent(of: line)
        while let branch = holder {
            if folded.contains(branch) { line = branch }
            holder = tree.parent(of: branch)
        }
        return line
    }

    /// The line so many further down, up when negative, as far as there are any.
    func line(_ steps: Int, from id: Int) -> Int {
        var line = id
        for _ in 0..<abs(steps) {
            guard let neighbour = steps > 0 ? next(after: line) : previous(before: line) else { break }
            line = neighbour
        }
        return line
    }

    /// So many lines from one on.
    func lines(from id: Int, count: Int) -> [Int] {
        var lines: [Int] = []
        var line: Int? = id
        while let id = line, lines.count < count {
            lines.append(id)
            line = next(after: id)
        }
        return lines
    }
}
