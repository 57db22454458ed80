import Foundation
import Glibc
import Testing

/// Every way of leaving restores the terminal.
@Suite(.serialized) struct LeavingTests {
    /// A shell that compares its terminal's settings before and after the program, and prints the program's status.
    private func shell(_ command: String) -> String {
        "trap : INT; stty -a >before; \(command); echo \"status $?\"; stty -a >after; cmp before after && echo terminal is as it was; exec cat"
    }

    private func started() throws -> (Terminal, Int32) {
        let terminal = try Terminal(running: shell("\(Jobtop.command) --demo"))
        terminal.expect("LAST RUNS")
        return (terminal, try onlyChild(of: terminal.processID))
    }

    private func onlyChild(of process: Int32) throws -> Int32 {
        let child = try ShellCommand.run("pgrep", ["-P", "\(process)"]).output
        return try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @Test func quittingEndsWithStatusZero() throws {
        let (terminal, _) = try started()
        terminal.press("q")
        terminal.expect("status 0")
        terminal.expect("terminal is as it was")
        #expect(!terminal.isAlternate)
    }

    @Test func titleOfTheTerminalIsGivenBack() throws {
        let command = "printf '\\033]2;before\\007'; \(Jobtop.command) --demo; exec cat"
        let terminal = try Terminal(environment: ["TERM": "tmux-256color"], running: command)
        terminal.expect("LAST RUNS")
        #expect(waitUntil(within: 20) { terminal.title.hasPrefix("jobtop: ") })
        terminal.press("q")
        #expect(waitUntil(within: 20) { terminal.title == "before" })
    }

    /// tmux moves rows of a picture that grew with its window to the shell's screen.
    @Test func nothingOfAPictureThatGrewIsLeft() throws {
        let terminal = try Terminal(columns: 80, rows: 24, running: shell("\(Jobtop.command) --demo"))
        terminal.expect("LAST RUNS")
        terminal.resize(columns: 120, rows: 40)
        terminal.expect("the picture has grown") { screen in
            screen.count { $0 == "\n" } >= 40 && screen.split(separator: "\n").last?.contains("quit") == true
        }
        terminal.press("q")
        terminal.expect("nothing but what the shell says") { $0.hasPrefix("status 0") }
    }

    @Test(arguments: [
        SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGXCPU, SIGPWR, SIGVTALRM, SIGPROF, SIGIO, SIGSTKFLT, 34, 64,
    ]) func aSignalEndsItAsThatSignal(number: Int32) throws {
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

    @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGSYS]) func aCrashGivesTheTerminalBackAndSaysSo(number: Int32) throws {
        let (terminal, child) = try started()
        kill(child, number)
        // And no output or question of Swift's crash reporter.
        terminal.expect("the sentence and the shell's words") {
            $0.contains(/^jobtop crashed[^\n]*before\.\n[^\n]*\nstatus \d+\nterminal is as it was\n/)
        }
        #expect(!terminal.isAlternate)
    }

    @Test func stoppingAndComingBackShowsTheScreenAgain() throws {
        let (terminal, _) = try startedAsJob(behind: "stty -a >before; ")
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

    /// A shell with job control that runs the program; the program is its only child.
    private func startedAsJob(behind command: String = "") throws -> (Terminal, Int32) {
        let terminal = try Terminal(running: "PS1='$ ' exec bash --norc -i")
        terminal.expect("$")
        terminal.type("\(command)\(Jobtop.command) --demo")
        terminal.press("Enter")
        terminal.expect("LAST RUNS")
        return (terminal, try onlyChild(of: terminal.processID))
    }

    /// Brings the program to the foreground again, and quits it.
    private func expectToGoOn(_ child: Int32, in terminal: Terminal) {
        terminal.type("fg")
        terminal.press("Enter")
        terminal.expect("LAST RUNS")
        terminal.press("q")
        #expect(waitUntil(within: 2) { hasEnded(child) })
    }

    /// The shell sends the signal first and then continues the program in the background.
    @Test(arguments: ["by ^Z", "from outside"]) func aStoppedProgramEndsWhenTheShellKillsIt(isStopped: String) throws {
        let (terminal, child) = try startedAsJob()
        if isStopped == "by ^Z" { terminal.press("C-z") } else { kill(child, SIGSTOP) }
        terminal.expect("Stopped")
        terminal.type("kill %1; wait -f %1; echo status ${?}")
        terminal.press("Enter")
        #expect(waitUntil(within: 2) { hasEnded(child) })
        terminal.expect("status \(128 + SIGTERM)")
        terminal.expect("Terminated")
        terminal.type("echo still ${0:+here}")
        terminal.press("Enter")
        terminal.expect("still here")
        #expect(!terminal.isAlternate)
    }

    /// A frame can take seconds, and a terminal that stops its output resumes it at ^Z.
    @Test func itIsStoppedInTheMiddleOfAFrameToo() throws {
        let (terminal, child) = try startedAsJob()
        terminal.press("C-s")
        // The clock in the header causes a frame each second.
        #expect(!waitUntil(within: 2.5) { hasEnded(child) })
        terminal.press("C-z")
        terminal.expect("Stopped")
        #expect(!terminal.isAlternate)
        expectToGoOn(child, in: terminal)
    }

    @Test func aStoppedProgramThatIsToGoOnInTheBackgroundStaysStopped() throws {
        let (terminal, child) = try startedAsJob()
        terminal.press("C-z")
        terminal.expect("Stopped")
        terminal.type("bg; sleep 0.3; clear; jobs")
        terminal.press("Enter")
        terminal.expect("it stays stopped") { $0.hasPrefix("[1]+  Stopped") }
        #expect(!terminal.isAlternate)
        expectToGoOn(child, in: terminal)
    }

    @Test func aProgramThatIsStoppedFromOutsideTakesTheTerminalAgain() throws {
        let (terminal, child) = try startedAsJob()
        kill(child, SIGSTOP)
        terminal.expect("Stopped")
        terminal.resize(columns: 100, rows: 30)
        terminal.type("fg")
        terminal.press("Enter")
        terminal.expect("the whole picture and nothing else") { $0.contains("LAST RUNS") && !$0.contains("Stopped") }
        terminal.press("?")
        terminal.expect("Keys on this page")
        terminal.press("q")
        #expect(waitUntil(within: 2) { hasEnded(child) })
        terminal.expect("$")
        #expect(!terminal.isAlternate)
    }

    @Test(arguments: ["", "trap '' HUP; "]) func aTerminalThatIsGoneEndsItWithinASecond(prefix: String) throws {
        let terminal = try Terminal(running: "\(prefix)exec \(Jobtop.command) --demo")
        terminal.expect("LAST RUNS")
        let process = terminal.processID
        terminal.vanish()
        #expect(waitUntil(within: 1) { hasEnded(process) })
    }

    /// The shell that started the program is killed, so nothing can bring the program to the foreground again.
    @Test(arguments: ["shown", "stopped"]) func aProgramWhoseShellIsGoneEnds(itIs: String) throws {
        let terminal = try Terminal(running: "PS1='outer$ ' exec bash --norc -i")
        terminal.expect("outer$")
        terminal.type("(trap '' HUP; PS1='inner$ ' exec bash --norc -i)")
        terminal.press("Enter")
        terminal.expect("inner$")
        terminal.type("\(Jobtop.command) --demo")
        terminal.press("Enter")
        terminal.expect("LAST RUNS")
        let inner = try onlyChild(of: terminal.processID)
        let child = try onlyChild(of: inner)
        if itIs == "stopped" {
            terminal.press("C-z")
            terminal.expect("Stopped")
        }
        kill(inner, SIGKILL)
        #expect(waitUntil(within: 3) { hasEnded(child) })
        terminal.type("echo still ${0:+here}")
        terminal.press("Enter")
        terminal.expect("still here")
        #expect(!terminal.isAlternate)
    }

    /// Whether a process is gone, or is a zombie that waits for its new parent.
    private func hasEnded(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
        return status.split(separator: ")").last?.split(separator: " ").first == "Z"
    }
}
