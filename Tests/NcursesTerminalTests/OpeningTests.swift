import Glibc
@testable import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct OpeningTests {
        @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"])
        func theTerminalIsGivenBackAsItWas(term: String) throws {
            let pty = try PseudoTerminal()
            let before = pty.modes
            let terminal = try pty.open(term: term)
            #expect(pty.modes[3] & UInt32(ECHO | ICANON) == 0)
            #expect(pty.modes[3] & UInt32(ISIG) != 0)
            terminal.paint(Canvas(size: terminal.size))
            terminal.close()
            terminal.close()
            #expect(pty.modes == before)
        }

        @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"])
        func pastesAreToldApartOnlyWhileTheProgramIsThere(term: String) throws {
            let (on, off) = ("\u{1B}[?2004h", "\u{1B}[?2004l")
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term)
            terminal.paint(Canvas(size: terminal.size))
            #expect(pty.output().contains(on))
            terminal.giveBack { #expect(pty.output().contains(off)) }
            #expect(pty.output().contains(on))
            terminal.close()
            #expect(pty.output().contains(off))
        }

        @Test func whatWasTypedAndNotReadGoesToNobodyElse() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            terminal.paint(Canvas(size: terminal.size))
            pty.type("touch something\r")
            #expect(pty.hasUnread(within: 5))
            // A stopped program continues later, and then reads the input.
            terminal.giveBack { #expect(pty.hasUnread(within: 0)) }
            terminal.close()
            #expect(!pty.hasUnread(within: 0))
        }

        @Test func theAlternateScreenIsLeftAndTheCursorIsBack() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            terminal.paint(Canvas(size: terminal.size))
            let painted = pty.output()
            #expect(painted.contains("\u{1B}[?1049h"))
            #expect(painted.contains("\u{1B}[?25l"))
            terminal.close()
            let left = pty.output()
            #expect(left.contains("\u{1B}[?1049l"))
            #expect(left.contains("\u{1B}[?25h"))
        }

        @Test(arguments: ["linux", "vt100"], [false, true])
        func whereThereIsNoOtherScreenNothingOfThePictureIsLeft(term: String, isSuspended: Bool) throws {
            let (columns, rows) = (40, 6)
            let pty = try PseudoTerminal(columns: columns, rows: rows)
            var emulator = Emulator(columns: columns, rows: rows) { _ in 1 }
            let terminal = try pty.open(term: term)
            var canvas = Canvas(size: terminal.size)
            for row in 0..<rows { canvas.write("row \(row)", column: 0, row: row) }
            terminal.paint(canvas)
            try emulator.take(pty.output())
            #expect(emulator.text(inRow: 3).hasPrefix("row 3"))
            func look() {
                #expect(throws: Never.self) { try emulator.take(pty.output() + "$") }
                #expect(emulator.text(inRow: 0).hasPrefix("$ "))
                for row in 1..<rows { #expect(emulator.text(inRow: row).allSatisfy { $0 == " " }) }
            }
            if isSuspended { terminal.giveBack { look() } }
            terminal.close()
            if !isSuspended { look() }
        }

        @Test func aTerminalThatWasNeverPaintedIsNotCleared() throws {
            let pty = try PseudoTerminal()
            try pty.open(term: "linux").close()
            #expect(!pty.output().contains("\u{1B}[J"))
        }

        @Test(
            arguments: [
                ("", .termNotSet), ("dumb", .cannotAddressCursor("dumb")),
            ] as [(String, NcursesTerminalError)])
        func aTerminalThatCannotBeUsedIsNamed(term: String, error: NcursesTerminalError) throws {
            let pty = try PseudoTerminal()
            let before = pty.modes
            #expect(throws: error) { _ = try pty.open(term: term) }
            #expect(pty.modes == before)
            #expect(!pty.output().contains("\u{1B}"))
        }

        @Test(arguments: [
            ("xterm-jobtop", "xterm-jobtop"), ("jobtop", "jobtop"), ("../../etc/passwd", "../../etc/passwd"), (".", "."),
            ("/lib/terminfo/v/vt100", "/lib/terminfo/v/vt100"), ("\u{1B}]0;evil\u{7}", "\u{1B}]0;evil\u{7}"),
            (String(repeating: "x", count: 10_000), String(repeating: "x", count: 39) + "…"),
        ])
        func terminalWithoutAnEntryIsDrawnAsXterm(term: String, named: String) throws {
            let pty = try PseudoTerminal(columns: 40, rows: 5)
            let before = pty.modes
            let terminal = try pty.open(term: term)
            #expect(terminal.standIn == TerminalStandIn(missing: named, taken: "xterm-256color"))
            #expect(terminal.copy("x"))
            var canvas = Canvas(size: terminal.size)
            canvas.write("picture", column: 0, row: 0)
            terminal.paint(canvas)
            let painted = pty.output()
            #expect(painted.contains("\u{1B}[?1049h"))
            #expect(painted.contains("picture"))
            pty.type("\u{1B}OA")
            #expect(pty.inputs(of: terminal, count: 1) == [.key(.up)])
            terminal.giveBack { #expect(pty.output().contains("\u{1B}[?1049l")) }
            #expect(pty.output().contains("picture"))
            terminal.close()
            #expect(pty.output().contains("\u{1B}[?1049l"))
            #expect(pty.modes == before)
        }

        @Test func terminalWithAnEntryHasNoStandIn() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: "vt100")
            #expect(terminal.standIn == nil)
            terminal.close()
        }

        @Test(arguments: [65535, 80]) func sizeCountsForAStandInToo(columns: Int) throws {
            let pty = try PseudoTerminal(columns: columns, rows: 24)
            guard columns > 80 else { return try pty.open(term: "jobtop").close() }
            #expect(throws: NcursesTerminalError.sizeNotUsable(columns: columns, rows: 24)) { _ = try pty.open(term: "jobtop") }
        }

        @Test(arguments: [("/no/such/folder", "xterm-256color"), ("/dev/null", "xterm-256color")])
        func databaseInTheWrongPlaceKeepsNobodyOut(folder: String, taken: String) async throws {
            let pty = try PseudoTerminal()
            // In its own process, because the environment belongs to all tests.
            try await HandedOver.with(pty.path, folder, taken) {
                await #expect(processExitsWith: .success) {
                    let given = try HandedOver.texts()
                    setenv("TERMINFO", given[1], 1)
                    let descriptor = Glibc.open(given[0], O_RDWR | O_NOCTTY)
                    for (term, expected) in [("jobtop", given[2]), ("xterm", nil)] {
                        let terminal = try NcursesTerminal(
                            input: descriptor, output: descriptor, term: term, locale: "C.UTF-8", crashSentence: "")
                        defer { terminal.close() }
                        try #require(terminal.standIn?.taken == expected)
                    }
                }
            }
        }

        @Test(arguments: [(65535, 24), (80, 65535), (32768, 1)])
        func aSizeThatNobodyCanDrawOnIsNamed(columns: Int, rows: Int) throws {
            let pty = try PseudoTerminal(columns: columns, rows: rows)
            let before = pty.modes
            #expect(throws: NcursesTerminalError.sizeNotUsable(columns: columns, rows: rows)) { _ = try pty.open() }
            #expect(pty.modes == before)
        }

        @Test func descriptorsThatAreNotOpenAreAnError() {
            #expect(throws: NcursesTerminalError.notOpen) {
                _ = try NcursesTerminal(input: -1, output: -1, term: "xterm", locale: "C.UTF-8", crashSentence: "")
            }
        }

        @Test func noDescriptorIsLeftOpen() throws {
            let pty = try PseudoTerminal()
            func nextDescriptor() -> Int32 {
                let next = dup(pty.slave)
                close(next)
                return next
            }
            try pty.open().close()
            let before = nextDescriptor()
            for term in ["xterm", "dumb", "none", "vt100"] { try? pty.open(term: term).close() }
            #expect(nextDescriptor() == before)
        }

        @Test func sizesThatWereOnceExportedAreNotBelieved() async throws {
            let pty = try PseudoTerminal(columns: 50, rows: 10)
            // In its own process, because the environment belongs to all tests.
            try await HandedOver.with(pty.path) {
                await #expect(processExitsWith: .success) {
                    setenv("COLUMNS", "33", 1)
                    setenv("LINES", "7", 1)
                    let descriptor = Glibc.open(try HandedOver.texts()[0], O_RDWR | O_NOCTTY)
                    let terminal = try NcursesTerminal(
                        input: descriptor, output: descriptor, term: "xterm", locale: "C.UTF-8", crashSentence: "")
                    defer { terminal.close() }
                    try #require(terminal.size == Size(columns: 50, rows: 10))
                }
            }
        }

        @Test(arguments: ["xterm-256color", "linux", "vt100"], [(0, 0), (0, 30), (100, 0)])
        func terminalWithoutASizeHasTheUsualOne(term: String, size: (columns: Int, rows: Int)) throws {
            let pty = try PseudoTerminal(columns: size.columns, rows: size.rows)
            let terminal = try pty.open(term: term)
            defer { terminal.close() }
            let usual = Size(columns: size.columns > 0 ? size.columns : 80, rows: size.rows > 0 ? size.rows : 24)
            #expect(terminal.size == usual)
            terminal.paint(Canvas(size: terminal.size))
        }

        @Test func sizeThatComesLaterIsFollowed() throws {
            let pty = try PseudoTerminal(columns: 0, rows: 0)
            let terminal = try pty.open()
            defer { terminal.close() }
            terminal.paint(Canvas(size: terminal.size))
            pty.signalNewSize()
            _ = terminal.readInput()
            #expect(terminal.size == Size(columns: 80, rows: 24))
            pty.resize(columns: 100, rows: 30)
            pty.signalNewSize()
            #expect(terminal.readInput() == [.resized(Size(columns: 100, rows: 30))])
        }
    }
}
