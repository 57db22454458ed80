import Dashboard
import FoundationEssentials
import Glibc
import Testing

/// The key table in README.md; RECORD_README=1 writes it there and fails.
struct ReadmeTests {
    private static let begin = "<!-- keys -->\n"
    private static let end = "<!-- /keys -->"

    @Test func theKeyTableIsThatOfTheProgram() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let head = try #require(text.range(of: Self.begin), "README.md has no place for the key table")
        let tail = try #require(text.range(of: Self.end, in: head.upperBound), "README.md has no end of the key table")
        let table = Wording.keyTable(.standard)
        if getenv("RECORD_README") != nil {
            let recorded = text[..<head.upperBound] + table + text[tail.lowerBound...]
            try Data(recorded.utf8).write(to: file)
            Issue.record("the key table is written; look at it, then run without RECORD_README")
            return
        }
        #expect(String(text[head.upperBound..<tail.lowerBound]) == table)
    }
}

extension String {
    fileprivate func range(of text: String, in start: String.Index? = nil) -> Range<String.Index>? {
        self[(start ?? startIndex)...].firstRange(of: text)
    }
}
