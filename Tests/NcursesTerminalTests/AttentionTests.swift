import Glibc
@testable import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct AttentionTests {
        private static let (push, pop) = ("\u{1B}[22;0t", "\u{1B}[23;0t")
        private static let (on, off) = ("\u{1B}[?1004h", "\u{1B}[?1004l")

        private func painted(_ pty: PseudoTerminal, term: String = "xterm-256color", isQuiet: Bool = false) throws
            -> NcursesTerminal
        {
            let terminal = try NcursesTerminal(
                input: pty.slave, output: pty.slave, term: term, locale: "C.UTF-8", isQuiet: isQuiet, crashSentence: "crashed\n")
            terminal.paint(Canvas(size: terminal.size))
            return terminal
        }

        @Test(arguments: ["xterm-256color", "screen", "tmux-256color"])
        func formerTitleIsGivenBackOnLeavingAndOnSuspending(term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: term)
            terminal.setTitle("jobtop: 1 problem")
            let start = pty.output()
            #expect(start.contains(Self.push + Self.on))
            #expect(start.contains("\u{1B}]2;jobtop: 1 problem\u{7}"))
            terminal.giveBack { #expect(pty.output().contains(Self.off + Self.pop)) }
            let again = pty.output()
            #expect(again.contains(Self.push + Self.on))
            #expect(again.contains("\u{1B}]2;jobtop: 1 problem\u{7}"))
            terminal.close()
            #expect(pty.output().contains(Self.off + Self.pop))
        }

        @Test func titleIsKeptOnceHoweverOftenTheScreenIsRedrawn() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            for _ in 0..<3 {
                terminal.redraw()
                terminal.paint(Canvas(size: terminal.size))
            }
            let output = pty.output()
            #expect(output.ranges(of: Self.push).count == 1)
            terminal.close()
            #expect(pty.output().ranges(of: Self.pop).count == 1)
        }

        @Test(arguments: ["linux", "vt100"]) func otherTerminalsGetTheBellAlone(term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: term)
            let start = pty.output()
            #expect(!start.contains(Self.push) && !start.contains(Self.on))
            terminal.setTitle("jobtop: 1 problem")
            terminal.alert(title: "jobtop", text: "a: failed")
            #expect(pty.output() == "\u{7}")
            terminal.close()
            #expect(!pty.output().contains(Self.pop))
        }

        @Test func quietTerminalGetsNothing() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, isQuiet: true)
            terminal.setTitle("jobtop: 1 problem")
            terminal.alert(title: "jobtop", text: "a: failed")
            terminal.close()
            let output = pty.output().replacing("\u{1B}]11;?\u{7}", with: "")
            for part in ["\u{7}", Self.push, Self.pop, Self.on, "\u{1B}]"] { #expect(!output.contains(part)) }
        }

        @Test func notificationIsSentInBothWays() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            _ = pty.output()
            terminal.alert(title: "jobtop", text: "a: failed")
            #expect(pty.output() == "\u{7}\u{1B}]9;jobtop: a: failed\u{7}\u{1B}]777;notify;jobtop;a: failed\u{7}")
            terminal.close()
        }

        @Test func tmuxGetsRequestsInItsEnvelope() {
            let attention = Attention(term: "screen", missing: nil, isQuiet: false, isInTmux: true, charset: .unicode14)
            #expect(
                attention.alert(title: "j", text: "x")
                    == "\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]9;j: x\u{7}\u{1B}\\\u{1B}Ptmux;\u{1B}\u{1B}]777;notify;j;x\u{7}\u{1B}\\")
        }

        @Test func foreignTextEndsNoRequest() {
            let attention = Attention(term: "xterm", missing: nil, isQuiet: false, isInTmux: false, charset: .unicode14)
            let evil = "a\u{7}b\u{1B}\\c\u{9C}d;e\n" + String(repeating: "x", count: 1_000)
            let title = attention.title(evil)
            #expect(title.hasPrefix("\u{1B}]2;a^Gb^[\\c<9C>d,e^J"))
            #expect(title.dropFirst().dropLast().allSatisfy { $0 != "\u{1B}" && $0 != "\u{7}" && $0 != "\u{9C}" })
            #expect(title.count <= 200 + 5)
            #expect(attention.alert(title: "t", text: evil).count { $0 == "\u{7}" } == 3)
        }

        @Test(arguments: ["\u{1B}[I", "\u{1B}[O"]) func focusIsNoKey(bytes: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            pty.type("a\(bytes)b")
            let inputs: [TerminalInput] = [.key(.character("a")), .focused(bytes.hasSuffix("I")), .key(.character("b"))]
            #expect(pty.inputs(of: terminal, count: 3) == inputs)
        }

        @Test(arguments: ["xterm-256color", "linux", "vt100"]) func focusIsNoKeyWhereNobodyAskedForIt(term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, term: term, isQuiet: true)
            defer { terminal.close() }
            pty.type("\u{1B}[I\u{1B}[Ob")
            #expect(pty.inputs(of: terminal, count: 3) == [.focused(true), .focused(false), .key(.character("b"))])
        }

        @Test func focusIsNoPartOfAPaste() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            pty.type("\u{1B}[200~a\u{1B}[Ob\u{1B}[201~")
            #expect(pty.inputs(of: terminal, count: 1) == [.pasted("ab")])
        }
    }
}
