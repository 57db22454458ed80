import ResultsFile

/// A row is a valid tree of values within its text, or not JSON, regardless of the bytes after it in memory.
enum RowCheck {
    /// The last byte of the input is the byte after the row.
    static func verdict(on input: [UInt8]) -> FuzzTarget.Verdict {
        guard let behind = input.last else { return .init(isUnderstood: false) }
        let text = Array(input.dropLast())
        let trees = [0, behind].map { try? JSONTree(text, behind: $0) }
        switch (trees[0], trees[1]) {
        case (nil, nil): return .init(isUnderstood: false)
        case (let tree?, let other?): return .init(broken: broken(tree) ?? difference(tree, other))
        case (nil, _?), (_?, nil): return .init(broken: "it is JSON or not by the byte behind it")
        }
    }

    private static func broken(_ tree: JSONTree) -> String? {
        var children = [Int](repeating: 0, count: tree.count)
        for id in 0..<tree.count {
            if let problem = placeProblem(of: id, in: tree) ?? textProblem(of: id, in: tree) { return "value \(id) \(problem)" }
            if let parent = tree.parent(of: id) { children[parent] += 1 }
        }
        if let id = children.indices.first(where: { children[$0] != tree.childCount(of: $0) }) {
            return "value \(id) has \(children[id]) children and says \(tree.childCount(of: id))"
        }
        return rewritten(tree)
    }

    private static func placeProblem(of id: Int, in tree: JSONTree) -> String? {
        let source = tree.source(of: id)
        let next = tree.next(after: id)
        guard next > id, next <= tree.count else { return "ends at \(next)" }
        guard let parent = tree.parent(of: id) else { return id == JSONTree.root && next == tree.count ? nil : "has no parent" }
        let outer = tree.source(of: parent)
        let isInside = outer.startIndex < source.startIndex && source.endIndex < outer.endIndex
        return isInside && parent < id && next <= tree.next(after: parent) ? nil : "is not in its parent"
    }

    private static func textProblem(of id: Int, in tree: JSONTree) -> String? {
        let source = tree.source(of: id)
        let ends = [source.first, source.last].map { $0.map { Character(Unicode.Scalar($0)) } }
        _ = (tree.name(of: id), tree.text(of: id))
        switch tree.kind(of: id) {
        case .object: return ends == ["{", "}"] ? nil : "is no object"
        case .array: return ends == ["[", "]"] ? nil : "is no list"
        case .string: return ends == ["\"", "\""] && source.count >= 2 ? nil : "is no string"
        case .number, .true, .false, .null: return tree.childCount(of: id) == 0 && !source.isEmpty ? nil : "holds something"
        }
    }

    /// Checks that a tree is the same after writing and reading it again.
    private static func rewritten(_ tree: JSONTree) -> String? {
        let compact = tree.json(of: JSONTree.root, .compact)
        for style in [JSONTree.Style.compact, .pretty] {
            guard let again = try? JSONTree(tree.json(of: JSONTree.root, style)), again.count == tree.count,
                again.json(of: JSONTree.root, .compact) == compact
            else { return "it reads otherwise when it is written \(style)" }
        }
        return nil
    }

    private static func difference(_ tree: JSONTree, _ other: JSONTree) -> String? {
        guard tree.count == other.count else { return "\(tree.count) or \(other.count) values by the byte behind it" }
        let isSame = (0..<tree.count).allSatisfy { id in
            tree.kind(of: id) == other.kind(of: id) && tree.source(of: id).indices == other.source(of: id).indices
                && tree.parent(of: id) == other.parent(of: id) && tree.next(after: id) == other.next(after: id)
        }
        return isSame ? nil : "its values lie elsewhere by the byte behind it"
    }
}
