import Glibc
@testable import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct MouseTests {
        private static let on = "\u{1B}[?1000h\u{1B}[?1006h"
        private static let off = "\u{1B}[?1006l\u{1B}[?1000l"

        private func painted(_ pty: PseudoTerminal, term: String = "xterm-256color", usesMouse: Bool = true) throws
            -> NcursesTerminal
        {
            let terminal = try pty.open(term: term)
            terminal.paint(Canvas(size: terminal.size))
            if usesMouse { #expect(terminal.reportMouse(true)) }
            return terminal
        }

        @Test(
            arguments: [
                ("<0;1;1M", MouseEvent(.press, column: 0, row: 0)), ("<0;300;100M", MouseEvent(.press, column: 299, row: 99)),
                ("<64;5;6M", MouseEvent(.wheelUp, column: 4, row: 5)), ("<65;5;6M", MouseEvent(.wheelDown, column: 4, row: 5)),
            ], ["xterm-256color", "xterm", "screen", "tmux-256color"])
        func reportsComeAsEvents(_ report: (bytes: String, event: MouseEvent), term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: term)
            defer { terminal.close() }
            pty.type("a\u{1B}[\(report.bytes)b")
            let inputs: [TerminalInput] = [.key(.character("a")), .mouse(report.event), .key(.character("b"))]
            #expect(pty.inputs(of: terminal, count: 3) == inputs)
        }

        @Test(
            arguments: [
                "<0;5;6m", "<1;5;6M", "<2;5;6M", "<4;5;6M", "<16;5;6M", "<32;5;6M", "<35;5;6M", "<66;5;6M", "<128;5;6M", "<;;M",
                "<M", "<0;5M", "<0;5;6;7M", "<0;0;6M", "<0;5;0M", "<0;-5;6M", "<0; 5;6M", "0;5;6M", "<0;5;6 M", "<0;65536;6M",
                "<0;5;99999999999999999999999999999999999999999M", "<0;5;000000000000000000000000000000000000006M",
                "<18446744073709551616;5;6M", "<<0;5;6M", "<0;5;6~", "<0;5;6q",
            ], [true, false])
        func otherReportsAreNeitherEventsNorKeys(bytes: String, usesMouse: Bool) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, usesMouse: usesMouse)
            defer { terminal.close() }
            pty.type("\u{1B}[\(bytes)b")
            #expect(pty.inputs(of: terminal, count: 1) == [.key(.character("b"))])
            #expect(terminal.readInput() == [])
        }

        /// A slow line delivers byte by byte.
        @Test func reportIsOneEventHoweverItComes() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            pty.type("\u{1B}[")
            var inputs = pty.inputs(of: terminal, count: 1, within: 100)
            for byte in "<0;12;3".utf8 {
                pty.type([byte])
                inputs += pty.inputs(of: terminal, count: 1, within: 40)
            }
            #expect(inputs == [])
            pty.type("M")
            #expect(pty.inputs(of: terminal, count: 1) == [.mouse(MouseEvent(.press, column: 11, row: 2))])
        }

        /// A terminal that knows only mode 1000 sends three bytes, which must not be keys: column 81 would be `q`.
        @Test func oldReportsComeAsEvents() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: "screen")
            defer { terminal.close() }
            pty.type(Array("\u{1B}[M".utf8) + [32, 113, 33] + Array("\u{1B}[M".utf8) + [35, 113, 33] + Array("b".utf8))
            let press = TerminalInput.mouse(MouseEvent(.press, column: 80, row: 0))
            #expect(pty.inputs(of: terminal, count: 2) == [press, .key(.character("b"))])
            pty.type(Array("\u{1B}[M".utf8) + [96])
            #expect(pty.inputs(of: terminal, count: 1, within: 100) == [])
            pty.type([233, 34])
            #expect(pty.inputs(of: terminal, count: 1) == [.mouse(MouseEvent(.wheelUp, column: 200, row: 1))])
        }

        @Test func oldReportTakesNoKeysWhereNobodyAskedForIt() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, usesMouse: false)
            defer { terminal.close() }
            pty.type("\u{1B}[Mabc")
            let keys: [TerminalInput] = [.key(.character("a")), .key(.character("b")), .key(.character("c"))]
            #expect(pty.inputs(of: terminal, count: 3) == keys)
        }

        @Test func reportIsPartOfAPaste() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            pty.type("\u{1B}[200~a\u{1B}[<0;5;6Mb\u{1B}[201~")
            #expect(pty.inputs(of: terminal, count: 1) == [.pasted("a\u{1B}[<0;5;6Mb")])
        }

        @Test(arguments: ["xterm-256color", "screen", "tmux-256color"])
        func reportsEndOnLeavingAndOnSuspending(term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: term)
            #expect(pty.output().contains(Self.on))
            terminal.giveBack { #expect(pty.output().contains(Self.off)) }
            #expect(pty.output().contains(Self.on))
            terminal.reclaim { false }
            let again = pty.output()
            #expect(again.contains(Self.off) && again.contains(Self.on))
            terminal.close()
            #expect(pty.output().contains(Self.off))
        }

        @Test func reportsAreOffUntilTheyAreAskedForAndAfterwards() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, usesMouse: false)
            #expect(!pty.output().contains("[?1000"))
            #expect(terminal.reportMouse(true))
            #expect(pty.output() == Self.on)
            #expect(terminal.reportMouse(false))
            #expect(pty.output() == Self.off)
            terminal.redraw()
            terminal.paint(Canvas(size: terminal.size))
            terminal.close()
            #expect(!pty.output().contains("[?1000"))
        }

        @Test(arguments: ["linux", "vt100"]) func otherTerminalsAreNotAsked(term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: term, usesMouse: false)
            #expect(!terminal.reportMouse(true))
            terminal.close()
            #expect(!pty.output().contains("[?1000"))
        }

        @Test func terminalThatIsGivenBackIsNotAsked() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, usesMouse: false)
            terminal.giveBack()
            #expect(!terminal.reportMouse(true))
            terminal.close()
        }

        @Test func emergencyEndsReports() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            _ = pty.output()
            NcursesTerminal.abandon()
            #expect(pty.output().contains(Self.off))
            terminal.close()
        }
    }
}
