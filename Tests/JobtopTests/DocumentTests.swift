import ArgumentParser
import Dashboard
import FoundationEssentials
import Glibc
import Testing
import TextScreen

@testable import jobtop

/// The parts of the user guide that come from the program; RECORD_DOCUMENTS=1 writes them and fails.
struct DocumentTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let guide = root.appending(path: "docs/USER_GUIDE.md")

    private static let tables = [
        "keys": Wording.keyTable(.standard), "signs": Wording.signTable(), "commands": ScriptTables.commands,
        "statuses": ScriptTables.statuses, "fields": ScriptTables.fields,
    ]

    // One after another: recording writes the same file.
    @Test func tablesAreThoseOfTheProgram() throws {
        for name in Self.tables.keys.sorted() { try check(name, Self.tables[name] ?? "") }
    }

    private func check(_ name: String, _ table: String) throws {
        let text = try String(contentsOf: Self.guide, encoding: .utf8)
        let head = try #require(text.firstRange(of: "<!-- \(name) -->\n"), "the guide has no place for the table of \(name)")
        let tail = try #require(text[head.upperBound...].firstRange(of: "<!-- /\(name) -->"))
        if getenv("RECORD_DOCUMENTS") != nil {
            var recorded = String(text[..<head.upperBound])
            recorded += table
            recorded += text[tail.lowerBound...]
            try Data(recorded.utf8).write(to: Self.guide)
            Issue.record("The table of \(name) is written. Read the difference, then run without RECORD_DOCUMENTS.")
            return
        }
        #expect(String(text[head.upperBound..<tail.lowerBound]) == table)
    }

    @Test func everyOptionIsInTheGuide() throws {
        let text = try String(contentsOf: Self.guide, encoding: .utf8)
        let help = ([JobtopCommand.self] + CommandTable.script.map { $0 as any ParsableCommand.Type })
            .map { $0.helpMessage(columns: 200) }.joined()
        let options = Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.0) }).subtracting(["--help", "--version", "--port"])
        #expect(options.count > 10)
        #expect(options.filter { !text.contains("`\($0)") } == [])
        let named = Set(text.matches(of: /\| `(--[a-z-]+)/).map { String($0.1) })
        #expect(named.subtracting(options) == [])
    }

    @Test func everyVariableIsInTheGuide() throws {
        let text = try String(contentsOf: Self.guide, encoding: .utf8)
        let sources = try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: "Sources/jobtop").path)
            .filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOf: Self.root.appending(path: "Sources/jobtop/\($0)"), encoding: .utf8) }.joined()
        let variables = Set(sources.matches(of: /"((?:INTUNED|CURL|SSL|NO|SWIFT)_[A-Z_]+)"/).map { String($0.1) })
        #expect(variables.count > 5)
        #expect(variables.filter { !text.contains("`\($0)`") } == [])
    }

    @Test func everyWorldIsInTheGuide() throws {
        let text = try String(contentsOf: Self.guide, encoding: .utf8)
        let help = SimulateCommand.helpMessage(columns: 200)
        let worlds = help.matches(of: /world: ([a-z, ]+)\./).flatMap { $0.1.split(separator: ", ") }
        #expect(worlds.count > 3)
        #expect(worlds.filter { !text.contains("| `\($0)` |") } == [])
    }
}
