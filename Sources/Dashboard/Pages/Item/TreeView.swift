import ResultsFile
import TextScreen

/// The drawn lines of a tree, from first to last on the screen.
struct TreeView {
    let tree: JSONTree
    /// The branches whose values are hidden.
    let folded: Set<Int>
    let charset: Charset
    /// The last numbered element of each array, from which counting continues.
    private var numbered: [Int: (id: Int, number: Int)] = [:]

    /// The most bytes of a value that a line can show.
    private static let longest = 2_048

    init(tree: JSONTree, folded: Set<Int>, charset: Charset) {
        (self.tree, self.folded, self.charset) = (tree, folded, charset)
    }

    /// A value with its name or number, and a sign that shows whether it folds.
    mutating func line(_ id: Int) -> [Span] {
        let glyphs = Glyphs(charset)
        let children = tree.childCount(of: id)
        let sign = children > 0 ? (folded.contains(id) ? glyphs.folded : glyphs.unfolded) : glyphs.leaf
        let indent = String(repeating: "  ", count: max(0, min(30, tree.depth(of: id) - 1)))
        var spans = [Span("\(indent)\(sign) ", .muted)]
        if let name = tree.name(of: id) {
            spans.append(Span("\(name): ", children > 0 ? .strong : .muted))
        } else if let parent = tree.parent(of: id) {
            spans.append(Span("[\(number(of: id, in: parent))] ", children > 0 ? .strong : .muted))
        }
        return spans + value(id)
    }

    private mutating func number(of id: Int, in parent: Int) -> Int {
        var (current, number) = numbered[parent] ?? (parent + 1, 0)
        while current < id {
            current = tree.next(after: current)
            number += 1
        }
        numbered[parent] = (current, number)
        return number
    }

    private func value(_ id: Int) -> [Span] {
        let count = tree.childCount(of: id)
        switch tree.kind(of: id) {
        case .null: return [Span("null", .muted)]
        case .true, .false, .number: return [Span(tree.text(of: id, limit: Self.longest), .active)]
        case .string: return [Span(Wording.withoutSecrets(tree.text(of: id, limit: Self.longest)))]
        case .array where count == 0: return [Span("[]", .muted)]
        case .object where count == 0: return [Span("{}", .muted)]
        case .array, .object:
            let noun = tree.kind(of: id) == .array ? "element" : "member"
            let preview = folded.contains(id) ? "  \(Wording.withoutSecrets(tree.json(of: id, .compact, limit: 160)))" : ""
            return [Span(Wording.count(count, noun) + preview, .muted)]
        }
    }
}
