import Glibc
import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct InputTests {
        @Test(
            arguments: [
                ("a", [.character("a")]), ("+", [.character("+")]), ("ü日😀", [.character("ü"), .character("日"), .character("😀")]),
                ("\r", [.enter]), ("\n", [.enter]), ("\u{1B}OM", [.enter]), ("\t", [.tab]), ("\u{1B}[Z", [.backTab]),
                ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}q", [.escape, .character("q")]),
                ("\u{1B}OA\u{1B}OB\u{1B}OD\u{1B}OC", [.up, .down, .left, .right]), ("\u{1B}OH\u{1B}OF", [.home, .end]),
                ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]), ("\u{1B}[2~\u{1B}[3~", [.insert, .delete]),
                ("\u{7F}\u{8}", [.backspace, .backspace]), ("\u{C}\u{1}", [.control("l"), .control("a")]),
                ("\u{1B}OP\u{1B}[15~\u{1B}[24~", [.function(1), .function(5), .function(12)]),
                // A sequence that no key of this terminal sends does not count as the keys of its characters.
                ("\u{1B}[99;9q!", [.character("!")]), ("\u{1B}Ox!", [.character("!")]),
            ] as [(String, [Key])])
        func whatIsTypedComesAsKeys(typed: String, keys: [Key]) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            pty.type(typed)
            #expect(pty.inputs(of: terminal, count: keys.count) == keys.map(TerminalInput.key))
            #expect(terminal.readInput() == [])
        }

        @Test(
            arguments: [
                ("linux", "\u{1B}[[A\u{1B}[1~\u{1B}[4~", [.function(1), .home, .end]),
                ("screen", "\u{1B}OP\u{1B}[1~\u{1B}[4~\u{1B}[Z", [.function(1), .home, .end, .backTab]),
                ("tmux-256color", "\u{1B}[1~\u{1B}[4~\u{7F}", [.home, .end, .backspace]),
                ("vt100", "\u{1B}OA\u{1B}OP\u{8}", [.up, .function(1), .backspace]),
            ] as [(String, String, [Key])])
        func everyTerminalHasItsOwnSequences(term: String, typed: String, keys: [Key]) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term)
            defer { terminal.close() }
            pty.type(typed)
            #expect(pty.inputs(of: terminal, count: keys.count) == keys.map(TerminalInput.key))
        }

        @Test(
            arguments: [
                ("vy", "vy"), ("q\rtouch x\r", "q\rtouch x\r"), ("", ""), ("ü日", "ü日"), ("a\u{1B}", "a\u{1B}"),
                ("a\u{1B}OAb", "ab"), ("\u{1B}[201", "\u{1B}[201"),
            ], ["xterm-256color", "screen", "vt100"])
        func whatIsPastedIsATextAndNoKeys(_ paste: (typed: String, text: String), term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term)
            defer { terminal.close() }
            pty.type("x\u{1B}[200~\(paste.typed)\u{1B}[201~y")
            let inputs: [TerminalInput] = [.key(.character("x")), .pasted(paste.text), .key(.character("y"))]
            #expect(pty.inputs(of: terminal, count: 3) == inputs)
        }

        /// A slow line delivers byte by byte, and each byte may be the only input; a long text is cut, but its end is found.
        @Test(arguments: [5, 100_000]) func aPasteIsOneTextHoweverItComes(length: Int) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            for part in ["\u{1B}[", "200~"] {
                pty.type(part)
                #expect(pty.inputs(of: terminal, count: 1, within: 100) == [])
            }
            pty.type([Array(String(repeating: "q", count: length).utf8)])
            var inputs: [TerminalInput] = []
            for _ in 0..<30 { inputs += pty.inputs(of: terminal, count: 1, within: 20) }
            #expect(inputs == [])
            for byte in "\u{1B}[201~".utf8 {
                pty.type([byte])
                inputs += pty.inputs(of: terminal, count: 1, within: 40)
            }
            guard case .pasted(let text) = inputs.first, inputs.count == 1 else {
                Issue.record("\(inputs)")
                return
            }
            #expect(text.allSatisfy { $0 == "q" })
            #expect(length == 5 ? text.count == 5 : (4000...4096).contains(text.count))
            pty.type("y")
            #expect(pty.inputs(of: terminal, count: 1) == [.key(.character("y"))])
        }

        @Test func bytesThatAreNoCharacterTakeNothingElseWithThem() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            pty.type([0xE9, 0x71, 0xFF, 0x80, 0xE6, 0x97, 0xC3, 0xBC, 0x78])
            let keys: [Key] = [.character("q"), .character("ü"), .character("x")]
            #expect(pty.inputs(of: terminal, count: keys.count) == keys.map(TerminalInput.key))
        }

        /// Such bytes may arrive at any moment, also between two checks for input.
        @Test(arguments: [[0x00], [0xFF], [0xC3], [0x1B, 0x5B, 0x49], [0x1B, 0x5B, 0x31, 0x3B, 0x32, 0x44]] as [[UInt8]])
        func whatMakesNoKeyIsNotTheEndOfTheInput(bytes: [UInt8]) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            pty.type(Array(repeating: bytes, count: 30_000) + [Array("\rq".utf8)])
            var inputs: [TerminalInput] = []
            while inputs.last != .closed, inputs.last != .key(.character("q")) {
                let more = pty.inputs(of: terminal, count: 1)
                guard !more.isEmpty else { break }
                inputs += more
            }
            #expect(inputs.suffix(2) == [.key(.enter), .key(.character("q"))])
            #expect(!inputs.contains(.closed))
        }

        @Test func aNewSizeIsReportedAndIsTheSizeFromThenOn() throws {
            let pty = try PseudoTerminal(columns: 80, rows: 24)
            let terminal = try pty.open()
            defer { terminal.close() }
            #expect(terminal.size == Size(columns: 80, rows: 24))
            let painted = Canvas(size: terminal.size)
            terminal.paint(painted)
            pty.resize(columns: 33, rows: 7)
            pty.signalNewSize()
            #expect(terminal.readInput() == [.resized(Size(columns: 33, rows: 7))])
            #expect(terminal.size == Size(columns: 33, rows: 7))
            terminal.paint(painted)
            #expect(terminal.readInput() == [])
        }

        @Test(arguments: [(65535, 24), (80, 65535)]) func aSizeThatNobodyCanDrawOnChangesNothing(columns: Int, rows: Int) throws {
            let pty = try PseudoTerminal(columns: 80, rows: 24)
            let terminal = try pty.open()
            defer { terminal.close() }
            terminal.paint(Canvas(size: terminal.size))
            pty.resize(columns: columns, rows: rows)
            pty.signalNewSize()
            _ = terminal.readInput()
            #expect(terminal.size == Size(columns: 80, rows: 24))
            terminal.redraw()
            terminal.paint(Canvas(size: terminal.size))
            pty.resize(columns: 60, rows: 20)
            pty.signalNewSize()
            #expect(terminal.readInput() == [.resized(Size(columns: 60, rows: 20))])
        }

        @Test func aHundredChangesOfSizeEndWithTheLastOne() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            for step in 1...100 {
                pty.resize(columns: step, rows: 101 - step)
                pty.signalNewSize()
                if step.isMultiple(of: 3) { _ = terminal.readInput() }
                terminal.paint(Canvas(size: Size(columns: 50, rows: 50)))
            }
            #expect(terminal.readInput() == [.resized(Size(columns: 100, rows: 1))])
            #expect(terminal.size == Size(columns: 100, rows: 1))
        }

        @Test func aTerminalThatHangsUpIsClosedAfterItsLastKeys() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            pty.type("ab")
            #expect(pty.inputs(of: terminal, count: 2) == [.key(.character("a")), .key(.character("b"))])
            pty.hangUp()
            #expect(terminal.readInput() == [.closed])
            terminal.paint(Canvas(size: terminal.size))
            #expect(terminal.readInput() == [.closed])
        }

        @Test func theEndOfTheInputIsTheEnd() throws {
            let pty = try PseudoTerminal()
            let nothing = open("/dev/null", O_RDONLY)
            defer { close(nothing) }
            let terminal = try NcursesTerminal(
                input: nothing, output: pty.slave, term: "xterm", locale: "C.UTF-8", crashSentence: "")
            defer { terminal.close() }
            #expect(terminal.readInput() == [.closed])
        }

        @Test func whereNothingWaitsNothingComes() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            #expect(terminal.readInput() == [])
            terminal.close()
            #expect(terminal.readInput() == [.closed])
        }
    }
}
