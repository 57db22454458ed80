import Foundation
import Glibc
import Testing

/// Every way of leaving gives the terminal back as it was.
@Suite(.serialized) struct LeavingTests {
    /// A shell that notes its terminal's settings before and after the program and says how that ended.
    private func shell(_ command: String) -> String {
        "trap : INT; stty -a >before; \(command); echo \"status $?\"; stty -a >after; cmp before after && echo terminal is as it was; exec cat"
    }

    private func started(_ environment: [String: String] = [:]) throws -> (Terminal, Int32) {
        // Swift's own crash reporter would ask what to do and wait for half a minute.
        let environment = environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        let terminal = try Terminal(environment: environment, running: shell("\(Jobtop.path) --demo"))
        terminal.expect("LAST RUNS")
        let child = try Command.run("pgrep", ["-P", "\(terminal.processID)"]).output
        return (terminal, Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0)
    }

    @Test func quittingEndsWithStatusZero() throws {
        let (terminal, _) = try started()
        terminal.press("q")
        terminal.expect("status 0")
        terminal.expect("terminal is as it was")
        #expect(!terminal.isAlternate)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT]) func aSignalEndsItAsThatSignal(number: Int32) throws {
        let (terminal, child) = try started()
        kill(child, number)
        terminal.expect("status \(128 + number)")
        terminal.expect("terminal is as it was")
        #expect(!terminal.isAlternate)
    }

    @Test func controlCLeaves() throws {
        let (terminal, _) = try started()
        terminal.press("C-c")
        terminal.expect("terminal is as it was")
        #expect(!terminal.isAlternate)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGILL]) func aCrashGivesTheTerminalBackAndSaysSo(number: Int32) throws {
        let (terminal, child) = try started()
        kill(child, number)
        terminal.expect("jobtop crashed")
        terminal.expect("terminal is as it was")
        #expect(!terminal.isAlternate)
    }

    @Test func stoppingAndComingBackShowsTheScreenAgain() throws {
        let terminal = try Terminal(running: "PS1='$ ' exec bash --norc -i")
        terminal.expect("$")
        terminal.type("stty -a >before; \(Jobtop.path) --demo")
        terminal.press("Enter")
        terminal.expect("LAST RUNS")
        terminal.press("C-z")
        terminal.expect("Stopped")
        #expect(!terminal.isAlternate)
        terminal.type("stty -a >after; cmp before after && echo terminal is as it ${0:+was}")
        terminal.press("Enter")
        terminal.expect("terminal is as it was")
        terminal.resize(columns: 100, rows: 30)
        terminal.type("fg")
        terminal.press("Enter")
        terminal.expect("LAST RUNS")
        terminal.press("j", "q")
        terminal.expect("$")
    }

    @Test(arguments: ["", "trap '' HUP; "]) func aTerminalThatIsGoneEndsItWithinASecond(prefix: String) throws {
        let terminal = try Terminal(running: "\(prefix)exec \(Jobtop.path) --demo")
        terminal.expect("LAST RUNS")
        let process = terminal.processID
        terminal.vanish()
        #expect(waitUntil(within: 1) { hasEnded(process) })
    }

    /// Whether a process is gone, or dead and only waits for its new parent to take note.
    private func hasEnded(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
        return status.split(separator: ")").last?.split(separator: " ").first == "Z"
    }
}
