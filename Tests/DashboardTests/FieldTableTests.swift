@testable import Dashboard
import Foundation
import Query
import ResultsFile
import Testing

/// The user guide names every field that a filter may name.
struct FieldTableTests {
    @Test func guideNamesEveryField() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "docs/USER_GUIDE.md"), encoding: .utf8)
        for (list, names) in [
            ("runs", RunFields.all.map(\.name)), ("jobs", JobFields.all.map(\.name)), ("problems", ProblemFields.all.map(\.name)),
            ("items", Array(ItemQuery.names.kinds.keys)),
        ] {
            let row = try #require(guide.split(separator: "\n").first { $0.hasPrefix("| \(list) | `") })
            let said = Set(row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
            #expect(said.subtracting(["new", "open", "acknowledged"]) == Set(names))
        }
    }
}
