import FoundationEssentials
import Glibc
import Testing

@testable import jobtop

/// docs/jobtop.schema.json is what the tables of fields make of it; RECORD_DOCUMENTS=1 writes it and fails.
struct SchemaDocumentTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/jobtop.schema.json")

    @Test func schemaIsUpToDate() throws {
        let text = JSONLine.document(OutputSchema.document) + "\n"
        if getenv("RECORD_DOCUMENTS") != nil {
            try Data(text.utf8).write(to: Self.file)
            Issue.record("docs/jobtop.schema.json is written. Read the difference, then run without RECORD_DOCUMENTS.")
            return
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == text, "Run make texts.")
    }
}
