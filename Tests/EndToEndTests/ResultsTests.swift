import Foundation
import Testing

/// From a failed run to the item that failed, without leaving the terminal.
@Suite(.serialized) struct ResultsTests {
    @Test func aStrangerFindsOutWhyItemsFailed() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo --world failing")
        terminal.expect("blocked-by-site")
        terminal.press("/")
        terminal.type("blocked")
        terminal.press("Enter")
        terminal.expect("“blocked” shows 1")
        terminal.press("Enter")
        terminal.expect("STATUS")
        terminal.expect("Enter opens")
        terminal.press("Enter")
        terminal.expect("show items")
        terminal.press("Enter")
        terminal.expect("shown: cause: ")
        terminal.press("Escape", "f")
        terminal.expect("Saved ")
        terminal.press("Tab")
        terminal.expect("read results")
        terminal.press("Enter")
        terminal.expect("The counts match the run.")
        terminal.press("a")
        terminal.expect("shown: failed")
        terminal.press("e")
        terminal.expect("causes in ")
        terminal.press("Enter")
        terminal.expect("shown: cause: ")
        terminal.expect("the rows of the group are there") { $0.contains("×") }
        terminal.press("Enter")
        terminal.expect("$.apiInfo.error")
        terminal.expect("attempts_count")
        terminal.press("Escape", "w")
        terminal.expect("Saved 1")
        terminal.press("Escape", "Escape", "Escape")
        terminal.expect("Tab pane")
        terminal.press("q")
    }

    /// The failed rows on the screen with their looks; one of them is selected.
    private func rows(_ terminal: Terminal) -> [Substring] {
        terminal.screenWithAttributes.split(separator: "\n").filter { $0.contains("×") && $0.contains("/p/") }
    }

    /// The lines of a file in the terminal's folder.
    private func lines(_ terminal: Terminal, _ part: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        let name = try #require(names.first { $0.contains(part) }, "\(names)")
        let text = try String(contentsOf: terminal.workingFolder.appending(path: name), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The failed lines of a results file, with the messages of their errors.
    private func failures(_ lines: [String]) throws -> [(line: String, message: String)] {
        try lines.compactMap { line in
            let item = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let error = (item?["apiInfo"] as? [String: Any])?["error"] as? [String: Any]
            return (error?["message"] as? String).map { (line, $0) }
        }
    }

    @Test func whatIsShownIsSearchedCopiedAndWritten() throws {
        let platform = try Platform(world: "files")
        let list = platform.object(at: "jobs/results-gallery/runs?pageSize=100&sortBy=created_at,asc")["jobRuns"]
        let run = try #require((list as? [[String: Any]])?.first?["id"] as? String)
        let terminal = try Terminal(
            environment: platform.environment, running: "exec \(Jobtop.command) results-gallery \(run)")
        terminal.expect("show items")
        terminal.press("f")
        terminal.expect("Saved ")
        terminal.press("Tab")
        terminal.expect("read results")
        terminal.press("Enter")
        terminal.expect("The counts match the run.")
        let original = try lines(terminal, "\(run).jsonl")
        let failed = try failures(original)
        try #require(!failed.isEmpty)
        terminal.press("a")
        terminal.expect("\(failed.count) shown: failed")
        terminal.press("w")
        terminal.expect("Saved \(failed.count) rows to")
        #expect(try lines(terminal, ".failed.jsonl") == failed.map(\.line))
        terminal.press("W")
        terminal.expect(".failed.csv")
        let table = try lines(terminal, ".failed.csv")
        #expect(table.first?.hasPrefix("row,line,outcome,api,run_id,") == true)
        #expect(table.count { $0.contains(",failed,") } == failed.count)
        terminal.press("W")
        terminal.answer("n", to: "Replace it?")
        // jobtop searches the file for the next failure, which takes a while on a busy machine.
        let before = rows(terminal)
        terminal.press("n")
        terminal.expect("another row is selected") { _ in rows(terminal) != before }
        terminal.press("Enter")
        terminal.expect("$.apiInfo.error.message")
        let words = try #require(failed.dropFirst().first?.message.split(separator: "\n").first)
        terminal.expect("the message stands there") { $0.contains(words.prefix(60)) }
        terminal.press("Y")
        terminal.expect("Copied: $.apiInfo.error.message")
        terminal.press("/")
        terminal.type("attempts")
        terminal.press("Enter", "Y")
        terminal.expect("Copied: $.apiInfo.error.details.attempts_count")
        terminal.press("Left", "Left")
        terminal.expect("the branch is folded") { !$0.contains("attempts_count: ") }
        terminal.press("Escape", "Escape", "a", "a", "e")
        terminal.expect("causes in ")
        terminal.press("Enter")
        terminal.expect("shown: cause: ")
        terminal.expect("the rows of the group are there") { $0.contains("×") }
        terminal.press("w")
        terminal.expect(" rows to ")
        let group = try lines(terminal, ".group")
        #expect(!group.isEmpty && group.allSatisfy(failed.map(\.line).contains))
        terminal.press("Escape", "Escape", "b")
        terminal.expect("JSON lines")
        terminal.press("Enter")
        terminal.expect("00000010  ")
        terminal.press("q")
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        #expect(!names.contains { $0.contains(".partial") })
    }
}
