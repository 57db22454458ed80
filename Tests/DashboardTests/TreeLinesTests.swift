import ResultsFile
import Testing

@testable import Dashboard

@Suite struct TreeLinesTests {
    private let tree = try? JSONTree(#"{"a":[1,[2,3],{"b":4,"c":[]}],"d":{"e":{"f":[5,6]}},"g":7}"#)

    /// The lines computed from the whole tree.
    private func expected(_ tree: JSONTree, _ folded: Set<Int>) -> [Int] {
        var lines: [Int] = []
        var id = 1
        while id < tree.count {
            lines.append(id)
            id = folded.contains(id) ? tree.next(after: id) : id + 1
        }
        return lines
    }

    @Test func eachLineIsFoundFromItsNeighbourWhateverIsFolded() throws {
        let tree = try #require(tree)
        let branches = (1..<tree.count).filter { tree.childCount(of: $0) > 0 }
        for choice in 0..<(1 << branches.count) {
            let folded = Set(branches.indices.filter { choice >> $0 & 1 == 1 }.map { branches[$0] })
            let lines = TreeLines(tree: tree, folded: folded)
            let expected = expected(tree, folded)
            #expect(lines.lines(from: lines.first, count: .max) == expected)
            #expect(expected.dropFirst().map { lines.previous(before: $0) } == expected.dropLast().map { $0 })
            #expect(lines.previous(before: lines.first) == nil)
            #expect(lines.last == expected.last)
        }
    }

    @Test func aValueAloneIsALineOfItsOwn() throws {
        let lines = TreeLines(tree: try JSONTree("42"), folded: [])
        #expect(lines.lines(from: lines.first, count: 5) == [JSONTree.root])
        #expect(lines.last == JSONTree.root)
    }

    @Test func theCursorStaysOnTheScreenAndLeavesNoLineEmpty() throws {
        let lines = TreeLines(tree: try #require(tree), folded: [])
        var cursor = TreeCursor()
        for move in [Move.last, .pageUp, .up, .first, .down, .pageDown, .pageDown, .pageDown, .last, .first] {
            cursor.perform(move, in: lines, height: 4)
            let shown = lines.lines(from: cursor.top, count: 4)
            #expect(shown.count == 4)
            #expect(shown.contains(cursor.selected ?? -1))
        }
        #expect(cursor.selected == lines.first)
    }
}
