import Foundation
import Testing
import TextScreen

/// Terminals of every kind, size and state.
@Suite(.serialized) struct OddTerminalTests {
    @Test func aResizeStormEndsWithAWholeScreen() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo")
        terminal.expect("LAST RUNS")
        for step in 0..<100 { terminal.resize(columns: 20 + step * 37 % 180, rows: 5 + step * 13 % 50) }
        terminal.resize(columns: 100, rows: 30)
        terminal.expect("a whole screen of the last size") { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
            return screen.contains("LAST RUNS") && lines.count >= 30 && (lines.map(\.count).max() ?? 0) <= 100
        }
        terminal.press("?")
        terminal.expect("Keys on this page")
        terminal.press("q")
    }

    @Test(arguments: [(1, 1), (2, 1), (39, 10), (40, 9), (500, 200)]) func noSizeIsTooOdd(columns: Int, rows: Int) throws {
        let terminal = try Terminal(columns: columns, rows: rows, running: "exec \(Jobtop.command) --demo")
        if columns > 1 { terminal.expect("something stands there") { $0.contains { !$0.isWhitespace } } }
        if columns >= 500 { terminal.expect("LAST RUNS") }
        terminal.press("j", "?", "k", "Escape")
        terminal.resize(columns: 100, rows: 30)
        terminal.expect("LAST RUNS")
        terminal.press("q")
    }

    @Test func hostileTextShiftsNoRow() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo --world strange")
        terminal.expect("ten-thousand-deep")
        terminal.expect("every job is known") { !$0.contains("asking") }
        // The runs of one job can never be read, and the top line shows the state of the worst row.
        terminal.expect("▲ not understood")
        func expectStraightColumns() {
            let lines = terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count > 39 && lines[0].contains("▲ not understood") && lines[39].contains("quit"))
            let columns = lines.compactMap { line in
                line.firstRange(of: /\s(manual|NEXT)(?:\s|$)/).map { range in
                    line[..<range.lowerBound].unicodeScalars.reduce(0) { $0 + CharacterWidth.columns(of: $1) }
                }
            }
            #expect(columns.count > 15 && Set(columns).count == 1, "\(terminal.screen)")
        }
        expectStraightColumns()
        // From now on only the differences from the screen are sent.
        for _ in 0..<8 { terminal.press("j") }
        terminal.press("t")
        terminal.expect("the last runs have a time of day") { $0.contains(/\d\d:\d\d +manual/) }
        expectStraightColumns()
        terminal.press("q")
    }

    /// A terminal that the system does not know, a path, and a name that is a control sequence.
    @Test(arguments: [
        ("no-such-terminal", "TERM=no-such-terminal:"), ("xterm-none", "TERM=xterm-none:"), ("../no/such", "TERM=../no/such:"),
        ("x\u{1B}]2;evil\u{7}y", "]2;evil"),
    ])
    func terminalWithoutAnEntryShowsTheJobsAndANotice(kind: String, named: String) throws {
        let terminal = try Terminal(
            columns: 80, rows: 24, environment: ["TERM": kind, "LC_ALL": "C.UTF-8"], running: "\(Jobtop.command) --demo")
        terminal.expect("the jobs and a notice") { screen in
            let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.contains("LAST RUNS") && words.contains(named) && words.contains("jobtop draws for xterm-256color.")
                && words.contains("install ncurses-term") && words.contains("infocmp -x | ssh HOST tic -x -")
        }
        #expect(terminal.title != "evil")
        terminal.press("Down", "?")
        terminal.expect("Keys on this page")
        terminal.press("Escape", "q")
        terminal.expect("the program is gone") { !$0.contains("LAST RUNS") && !$0.contains("Keys on") }
    }

    @Test func withoutColoursNothingIsLost() throws {
        let terminal = try Terminal(environment: ["NO_COLOR": "1"], running: "\(Jobtop.command) --demo")
        terminal.expect("● live")
        #expect(!terminal.screenWithAttributes.contains(/\u{1B}\[[0-9;]*(3|4|9)[0-7]m/))
        terminal.press("q")
    }

    @Test func withoutALocaleEverythingIsASCII() throws {
        let terminal = try Terminal(running: "\(Self.noLocale); exec \(Jobtop.command) --demo --world strange")
        terminal.expect("No locale is set; drawing with ASCII only. For all characters, set LANG=C.UTF-8.")
        terminal.expect("LAST RUNS")
        #expect(!terminal.screen.unicodeScalars.contains { !$0.isASCII })
        terminal.press("q")
    }

    @Test(arguments: [("\(noLocale);", "--ascii", "* live"), ("", "", "● live")])
    func wantedCharactersNeedNoNotice(before: String, option: String, sign: String) throws {
        let terminal = try Terminal(running: "\(before) exec \(Jobtop.command) --demo \(option)")
        terminal.expect(sign)
        #expect(!terminal.screen.contains("C.UTF-8"))
        terminal.press("q")
    }

    private static let noLocale = "unset LC_ALL LANG LC_CTYPE"
}
