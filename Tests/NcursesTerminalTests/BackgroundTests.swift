import Glibc
@testable import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct BackgroundTests {
        private static let question = "\u{1B}]11;?\u{7}"
        private static let (on, off) = ("\u{1B}[?2031h", "\u{1B}[?2031l")
        /// The color of what is wrong, on a dark and on a light ground.
        private static let (dark, light) = ("38;5;210m", "38;5;88m")
        private static let plain = "38;5;196m"

        private func painted(_ pty: PseudoTerminal, term: String = "xterm-256color") throws -> NcursesTerminal {
            try painted(pty, pty.open(term: term))
        }

        private func painted(_ pty: PseudoTerminal, _ terminal: NcursesTerminal) throws -> NcursesTerminal {
            var canvas = Canvas(size: terminal.size)
            canvas.write("bad", column: 0, row: 0, role: .bad)
            terminal.paint(canvas)
            return terminal
        }

        /// The terminal's inputs up to the key `b`, which is typed after the bytes.
        private func inputs(_ bytes: String, to terminal: NcursesTerminal, of pty: PseudoTerminal) -> [TerminalInput] {
            pty.type(bytes + "b")
            var inputs: [TerminalInput] = []
            while inputs.last != .key(.character("b")) {
                let more = pty.inputs(of: terminal, count: 1)
                guard !more.isEmpty else { break }
                inputs += more
            }
            return inputs
        }

        @Test func firstFrameDoesNotWaitAndAnAnswerRepaintsOnce() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            let start = pty.output()
            #expect(start.contains(Self.question) && start.contains(Self.on) && start.contains(Self.plain))
            #expect(inputs("\u{1B}]11;rgb:1b1b/1f1f/2727\u{7}", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output().ranges(of: Self.dark).count == 1)
            #expect(inputs("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output() == "")
            #expect(inputs("\u{1B}]11;rgb:fd/f6/e3\u{1B}\\", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output().ranges(of: Self.light).count == 1)
        }

        @Test(
            arguments: [
                ("rgb:ffff/ffff/ffff", Ground.light), ("rgb:f/f/f", .light), ("rgba:0000/0000/0000/ffff", .dark),
                ("#fdf6e3", .light), ("#000", .dark), ("rgb:2828/2a2a/3636", .dark),
            ])
        func answersInEveryFormAreUnderstood(answer: String, ground: Ground) {
            #expect(BackgroundRequest.ground(of: Array("11;\(answer)".utf8)) == ground)
        }

        @Test(
            arguments: [
                "11;", "11;?", "11;rgb:", "11;rgb:00/00", "11;rgb:00/00/00/00", "11;rgb:00000/0/0", "11;rgb:-1/0/0",
                "11;rgb:g/0/0",
                "11;rgb://", "11;#0000", "11;black", "10;rgb:0/0/0", "111;rgb:0/0/0", "52;c;YWJj", "11;rgb:0/0/0é\u{1F600}",
                "11;" + String(repeating: "0", count: 100_000), "11;rgb:" + String(repeating: "0/", count: 30),
            ], ["\u{7}", "\u{1B}\\", "\u{18}", "\u{9C}"])
        func brokenAnswerIsNeitherKeyNorColor(answer: String, ending: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            _ = pty.output()
            let bytes = Array("\u{1B}]\(answer)".utf8) + (ending == "\u{9C}" ? [0x9C] : Array(ending.utf8)) + [UInt8(ascii: "b")]
            pty.type(stride(from: 0, to: bytes.count, by: 1_000).map { Array(bytes[$0..<min($0 + 1_000, bytes.count)]) })
            #expect(pty.inputs(of: terminal, count: 1) == [.key(.character("b"))])
            #expect(pty.output() == "")
        }

        /// A slow line delivers byte by byte.
        @Test func splitAnswerIsNoKey() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            _ = pty.output()
            pty.type("\u{1B}]")
            var inputs = pty.inputs(of: terminal, count: 1, within: 60)
            for byte in "11;rgb:ff/ff/ff\u{1B}".utf8 {
                pty.type([byte])
                inputs += pty.inputs(of: terminal, count: 1, within: 40)
            }
            #expect(inputs == [])
            #expect(self.inputs("\\", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output().contains(Self.light))
        }

        @Test func unfinishedAnswerEndsAtTheNextFunctionKey() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            #expect(inputs("\u{1B}]11;rgb:00\u{1B}OA", to: terminal, of: pty) == [.key(.up), .key(.character("b"))])
            #expect(inputs("\u{1B}]11;rgb:00\u{1B}[I", to: terminal, of: pty) == [.focused(true), .key(.character("b"))])
        }

        @Test func typedBracketAfterEscapeIsAKey() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            let typed: [TerminalInput] = [.key(.escape), .key(.character("]"))]
            #expect(inputs("\u{1B}]", to: terminal, of: pty) == typed + [.key(.character("b"))])
            #expect(inputs("\u{1B}]7", to: terminal, of: pty) == typed + [.key(.character("7")), .key(.character("b"))])
        }

        @Test func focusAsksAgain() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            _ = pty.output()
            #expect(inputs("\u{1B}[O", to: terminal, of: pty) == [.focused(false), .key(.character("b"))])
            #expect(pty.output() == "")
            #expect(inputs("\u{1B}[I", to: terminal, of: pty) == [.focused(true), .key(.character("b"))])
            #expect(pty.output() == Self.question)
        }

        @Test func newsOfAnotherSchemeIsFollowed() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            defer { terminal.close() }
            _ = pty.output()
            #expect(inputs("\u{1B}[?997;2n", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output().contains(Self.light))
            #expect(inputs("\u{1B}[?997;1n", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output().contains(Self.dark))
            #expect(inputs("\u{1B}[?997;3n\u{1B}[?997n\u{1B}[0n", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output() == "")
            _ = inputs("\u{1B}]11;rgb:0/0/0\u{7}", to: terminal, of: pty)
            #expect(inputs("\u{1B}[?997;2n", to: terminal, of: pty) == [.key(.character("b"))])
            #expect(pty.output() == Self.question)
        }

        @Test(arguments: [Theme.dark, .light, .plain]) func chosenThemeAsksNothing(theme: Theme) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(
                pty,
                NcursesTerminal(
                    input: pty.slave, output: pty.slave, term: "xterm-256color", locale: "C.UTF-8", theme: theme,
                    colorFGBG: "0;15", crashSentence: "crashed\n"))
            defer { terminal.close() }
            let output = pty.output()
            #expect(!output.contains(Self.question) && !output.contains(Self.on))
            #expect(output.contains(theme == .dark ? Self.dark : theme == .light ? Self.light : Self.plain))
        }

        @Test(
            arguments: [
                ("15;0", Ground.dark), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light), ("default;default", .unknown),
                ("", .unknown), ("15", .unknown), ("0;16", .unknown), ("0;-1", .unknown),
            ])
        func variableTellsTheGroundUntilThereIsAnAnswer(variable: String, ground: Ground) {
            #expect(Ground(of: .auto, variable: variable) == ground)
            #expect(Ground(of: .plain, variable: variable) == .unknown)
        }

        @Test(arguments: [("linux", true), ("vt100", true), ("xterm-256color", false)])
        func othersAreNotAsked(term: String, usesColor: Bool) throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty, pty.open(term: term, usesColor: usesColor))
            terminal.close()
            let output = pty.output()
            #expect(!output.contains("]11") && !output.contains("2031"))
        }

        @Test func multiplexersAreAskedInTheirWay() {
            let wrapped = "\u{1B}P\(Self.question)\u{1B}\\"
            #expect(BackgroundRequest.question(term: "screen.xterm-256color", isInTmux: false) == wrapped)
            #expect(BackgroundRequest.question(term: "screen-256color", isInTmux: true) == Self.question)
            #expect(BackgroundRequest.question(term: "tmux-256color", isInTmux: true) == Self.question)
        }

        @Test func newsEndOnLeavingAndOnSuspending() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            _ = pty.output()
            terminal.giveBack { #expect(pty.output().contains(Self.off + "\u{1B}[?1004l")) }
            let again = pty.output()
            #expect(again.contains(Self.on) && again.contains(Self.question))
            terminal.close()
            #expect(pty.output().contains(Self.off + "\u{1B}[?1004l"))
        }

        @Test func emergencyEndsNews() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            _ = pty.output()
            NcursesTerminal.abandon()
            #expect(pty.output().contains(Self.off))
            terminal.close()
        }

        @Test func lateAnswerIsNotLeftForTheShell() throws {
            let pty = try PseudoTerminal()
            let terminal = try painted(pty)
            pty.type([Array("\u{1B}]11;rgb:0/0/".utf8), Array("0\u{7}".utf8)])
            terminal.close()
            #expect(!pty.hasUnread(within: 0))
        }
    }
}
