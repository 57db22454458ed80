import Foundation
import Glibc
import Testing

/// Actions in a real terminal: the dialogs, read-only, and a platform that dies under them.
@Suite(.serialized) struct ActionTests {
    private static let job = "supplier-onboarding"

    private func opened(_ platform: Platform, _ arguments: String = "") throws -> Terminal {
        let terminal = try Terminal(
            environment: platform.environment,
            running: "XDG_STATE_HOME=$PWD/state exec \(Jobtop.command) --interval 1 \(arguments)")
        terminal.expect("LAST RUNS")
        terminal.press("/")
        terminal.type(Self.job)
        terminal.press("Enter", "Enter")
        terminal.expect("› \(Self.job)")
        return terminal
    }

    private func records(_ terminal: Terminal) -> [String] {
        let file = terminal.workingFolder.appending(path: "state/jobtop/actions.jsonl")
        return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }

    @Test func jobIsTriggeredAndItsRunTerminated() throws {
        let platform = try Platform(speed: 2)
        let terminal = try opened(platform)
        terminal.press("R")
        terminal.expect("y yes   n no")
        terminal.press("R", "Enter")
        #expect(terminal.screen.contains("Trigger this job?"))
        terminal.press("y")
        terminal.expect("PENDING")
        terminal.press("g", "K")
        terminal.expect("and press Enter: _")
        let ending = try #require(terminal.screen.firstMatch(of: /Type (\S{4}) and press Enter/)).output.1
        for (columns, rows) in [(80, 24), (40, 10), (20, 5), (120, 40)] { terminal.resize(columns: columns, rows: rows) }
        terminal.paste("\(ending)\n")
        terminal.expect("Pasted text confirms nothing.")
        terminal.type(String(ending))
        terminal.press("Enter")
        terminal.expect("TERMINATED")
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        #expect(records(terminal).map { $0.contains(#""outcome":"accepted""#) } == [true, true])
    }

    @Test func readOnlyForbidsAndArmLiftsIt() throws {
        let platform = try Platform(speed: 2)
        let terminal = try opened(platform, "--read-only")
        terminal.expect("read-only")
        terminal.press("Z")
        terminal.expect("jobtop is read-only.")
        terminal.press(":")
        terminal.type("arm 10m")
        terminal.press("Enter")
        terminal.expect("armed 9m 5")
        terminal.press("Z")
        terminal.expect("Pause this job?")
        terminal.expect("y yes   n no")
        terminal.press("y")
        terminal.expect("is paused, ")
        terminal.press("q")
    }

    @Test func actionWhoseEndNobodySeesIsRecorded() throws {
        let platform = try Platform(speed: 2)
        platform.setFaults("trigger=hang")
        let terminal = try opened(platform)
        terminal.press("R")
        terminal.expect("y yes   n no")
        terminal.press("y")
        terminal.expect("Trigger \(Self.job): sent ")
        kill(terminal.processID, SIGTERM)
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        let isWritten = waitUntil(within: 5) { !records(terminal).isEmpty }
        #expect(isWritten)
        #expect(records(terminal).map { $0.contains(#""outcome":"unknown""#) } == [true])
    }

    @Test func platformThatDiesUnderTheQuestionGetsNothing() throws {
        let platform = try Platform(speed: 2)
        let terminal = try opened(platform)
        terminal.press("R")
        terminal.expect("y yes   n no")
        platform.stop()
        terminal.expect("No fresh data.", within: 40)
        terminal.press("y")
        terminal.press("Escape")
        terminal.expect("offline")
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        #expect(records(terminal) == [])
    }
}
