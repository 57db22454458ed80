import Foundation
import Glibc
import Testing

/// A program that is blocked in writing can still be ended, and gives its terminal back.
@Suite(.serialized) struct StoppedOutputTests {
    private let environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aTerminalThatIsHeldLetsASignalEndIt(number: Int32) throws {
        let terminal = try UnreadTerminal(["--demo"], environment: environment)
        let before = terminal.modes
        var shown = ""
        #expect(
            waitUntil(within: 20) {
                shown += terminal.output(); return shown.contains("LAST RUNS")
            })
        terminal.type(0x13)
        block(terminal)
        kill(terminal.processID, number)
        #expect(terminal.end(within: 2) == 128 + number)
        #expect(terminal.modes == before)
        #expect(terminal.output().contains("\u{1B}[?1049l"))
    }

    @Test func aTerminalThatNobodyReadsLetsASignalEndIt() throws {
        let terminal = try UnreadTerminal(["--demo"], environment: environment)
        let before = terminal.modes
        #expect(waitUntil(within: 20) { terminal.modes != before })
        block(terminal)
        kill(terminal.processID, SIGTERM)
        #expect(terminal.end(within: 2) == 128 + SIGTERM)
        #expect(terminal.modes == before)
    }

    /// Asks for the whole screen again and again until the program reads no more keys.
    private func block(_ terminal: UnreadTerminal) {
        let isBlocked = waitUntil(within: 20) {
            terminal.type(0x0C)
            return !waitUntil(within: 0.5) { terminal.unread == 0 }
        }
        #expect(isBlocked)
    }
}
