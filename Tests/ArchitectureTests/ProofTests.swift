import Foundation
import Testing

/// The tests that the documents name as proof.
struct ProofTests {
    private static let suites = SourceFile.all(under: "Tests")

    /// The names in backticks that look like a suite, with or without one of its tests.
    private static func named(in text: String) -> [String] {
        text.matches(of: /`([A-Z]\w*Tests(?:\.\w+)?)`/).map { String($0.1) }
    }

    @Test(arguments: ["SECURITY.md", "docs/RELIABILITY.md"]) func everyTestThatADocumentNamesIsThere(document: String) throws {
        let path = SourceFile.root.appending(path: document)
        let names = Self.named(in: try String(contentsOf: path, encoding: .utf8))
        #expect(names.count > 10)
        let missing = Set(names).filter { name in
            let words = name.split(separator: ".")
            let suites = Self.suites.filter { $0.text.contains("\(words[0]) {") || $0.path.hasPrefix("\(words[0])/") }
            return words.count == 1 ? suites.isEmpty : !suites.contains { $0.text.contains("func \(words[1])(") }
        }
        #expect(missing.sorted() == [])
    }

    @Test func aNameThatIsNotThereWouldBeSeen() {
        #expect(Self.named(in: "`ATests` and `ATests.aTest`, `M`, `make`") == ["ATests", "ATests.aTest"])
    }
}
