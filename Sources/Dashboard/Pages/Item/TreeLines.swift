import ResultsFile

/// The lines of a tree that folds, in order; each is found from its neighbor, so that huge trees are never laid out.
struct TreeLines {
    let tree: JSONTree
    /// The branches whose values are hidden.
    let folded: Set<Int>

    /// The first line; a root that holds values has no line, only its members have.
    var first: Int { tree.count > 1 ? 1 : JSONTree.root }

    var last: Int { previous(before: tree.count) ?? first }

    func next(after id: Int) -> Int? {
        let next = folded.contains(id) ? tree.next(after: id) : id + 1
        return next < tree.count ? next : nil
    }

    /// The line above: the previous value, or the outermost folded branch that hides it.
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

    /// The line this many steps down, or up if negative, as far as lines exist.
    func line(_ steps: Int, from id: Int) -> Int {
        var line = id
        for _ in 0..<abs(steps) {
            guard let neighbour = steps > 0 ? next(after: line) : previous(before: line) else { break }
            line = neighbour
        }
        return line
    }

    /// The ids of up to `count` lines, starting with `id`.
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
