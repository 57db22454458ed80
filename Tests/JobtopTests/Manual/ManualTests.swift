import FoundationEssentials
import Glibc
import Testing

@testable import jobtop

/// docs/jobtop.1 is what the program's tables make of it; RECORD_DOCUMENTS=1 writes it and fails.
struct ManualTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")
    private static let page = docs.appending(path: "jobtop.1")

    @Test func manualPageIsUpToDate() throws {
        let text = try Manual(guide: String(contentsOf: Self.docs.appending(path: "USER_GUIDE.md"), encoding: .utf8)).text
        if getenv("RECORD_DOCUMENTS") != nil {
            try Data(text.utf8).write(to: Self.page)
            Issue.record("docs/jobtop.1 is written. Read the difference, then run without RECORD_DOCUMENTS.")
            return
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == text, "Run make texts.")
    }

    @Test func textCannotBecomeAMacro() {
        #expect(Roff.text(".so x") == "\\&.so x\n")
        #expect(Roff.text("`a\\b` --c") == "\\fBa\\eb\\fR \\-\\-c\n")
    }

    @Test func linesOfTheManualAreShort() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(text.split(separator: "\n").filter { $0.utf8.count > 80 && !$0.hasPrefix(".\\\"") } == [])
    }
}
