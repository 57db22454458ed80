import Foundation
import Glibc
import Testing

/// A program that is blocked while it writes can still be ended, and gives its terminal back.
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
        terminal.block()
        kill(terminal.processID, number)
        #expect(terminal.end(within: 2) == 128 + number)
        #expect(terminal.modes == before)
        #expect(terminal.output().contains("\u{1B}[?1049l"))
    }

    @Test func aTerminalThatNobodyReadsLetsASignalEndIt() throws {
        let terminal = try UnreadTerminal(["--demo"], environment: environment)
        let before = terminal.modes
        #expect(waitUntil(within: 20) { terminal.modes != before })
        terminal.block()
        kill(terminal.processID, SIGTERM)
        #expect(terminal.end(within: 2) == 128 + SIGTERM)
        #expect(terminal.modes == before)
    }

    /// Hangups are ignored, as under nohup(1), so that only the terminal's end is noticed.
    @Test func aTerminalThatGoesWhileItBlocksEndsTheProgramThoughHangupsAreIgnored() throws {
        let terminal = try UnreadTerminal(
            ["-c", "trap '' HUP; exec \(Jobtop.command) --demo"], program: "sh", environment: environment)
        let before = terminal.modes
        #expect(waitUntil(within: 20) { terminal.modes != before })
        terminal.block()
        terminal.vanish()
        #expect(terminal.end(within: 2) == 1)
    }

    @Test(arguments: [true, false]) func aCrashInTheMiddleOfAFrameGivesTheTerminalBackAndSaysSo(isHeld: Bool) throws {
        let terminal = try UnreadTerminal(["--demo"], environment: environment)
        let before = terminal.modes
        #expect(waitUntil(within: 20) { terminal.modes != before })
        if isHeld { terminal.type(0x13) }
        terminal.block()
        kill(terminal.processID, SIGSEGV)
        #expect(terminal.end(within: 2) == 128 + SIGSEGV)
        #expect(terminal.modes == before)
        let last = terminal.output()
        #expect(last.contains("\u{1B}[?1049l"))
        #expect(last.split(separator: "jobtop crashed").last?.hasSuffix("what you did before.\r\n") == true)
    }

    @Test func whatWasHeldGoesOnWithTheNewestPictureAndItsTrueAge() throws {
        let platform = try Platform()
        let terminal = try Terminal(environment: platform.environment, running: "exec \(Jobtop.command) --interval 1")
        terminal.expect("● live")
        let (before, held) = (memory(of: terminal.processID), Date())
        terminal.press("C-s")
        var last = ""
        terminal.expect("nothing moves", within: 10) { screen in
            defer { last = screen }
            return screen == last && !waitUntil(within: 2) { terminal.screen != screen }
        }
        platform.setFaults("all=hang")
        #expect(!waitUntil(within: 3) { terminal.screen != last })
        terminal.press("C-q")
        let seconds = Int(Date().timeIntervalSince(held)) - 1
        terminal.expect("data that is as old as it is") { screen in
            // The age is less than what is shown.
            screen.firstMatch(of: /(?:▲ late|● live) <(\d+)s/).map { (Int($0.1) ?? 0) > seconds } ?? false
        }
        #expect(memory(of: terminal.processID) - before < 2000, "KB more than before")
        platform.setFaults()
        terminal.press("r")
        terminal.expect("● live")
        terminal.press("q")
    }

    /// At 600 bytes per second a whole picture takes seconds; keys must not wait for outdated pictures.
    @Test func aVerySlowTerminalShowsWhatTheKeysAskForAndNothingTwice() throws {
        let terminal = try UnreadTerminal(
            ["--demo", "--ascii", "nightly-prices"], environment: environment.merging(["TERM": "vt100"]) { $1 }, columns: 80,
            rows: 24)
        var shown = ""
        func read(until text: String, most: Int) -> Bool {
            waitUntil(within: 20) {
                shown += terminal.output(most: most)
                return shown.contains(text)
            }
        }
        #expect(read(until: "* live", most: 65536))
        // In the middle of a picture, so that the program has to take all keys at once afterwards.
        terminal.type(0x13)
        terminal.block()
        for _ in 0..<300 { terminal.type(UInt8(ascii: "j")) }
        terminal.type(UInt8(ascii: "?"))
        terminal.type(0x11)
        shown = ""
        #expect(read(until: "Keys on this page", most: 10))
        // The picture that was started, the requested picture, and the clock's changes meanwhile.
        #expect(shown.utf8.count < 4000, "\(shown.utf8.count) bytes")
        terminal.type(UInt8(ascii: "\u{1B}"))
        terminal.type(UInt8(ascii: "q"))
        var status: Int32?
        #expect(
            waitUntil(within: 20) {
                _ = terminal.output(); status = terminal.end(within: 0.1, kills: false); return status != nil
            })
        #expect(status == 0)
    }

    /// Kilobytes of the process's own memory.
    private func memory(of process: Int32) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        return text.firstMatch(of: /RssAnon:\s+(\d+) kB/).flatMap { Int($0.1) } ?? 0
    }
}
