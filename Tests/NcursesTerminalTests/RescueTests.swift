import CNcurses
import Glibc
import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct RescueTests {
        @Test(arguments: ["xterm-256color", "linux", "vt100"])
        func aCrashGivesTheTerminalBackFirst(term: String) async throws {
            let pty = try PseudoTerminal()
            let before = pty.modes
            let result = try await HandedOver.with(pty.path, term) {
                try await #require(processExitsWith: .signal(SIGSEGV), observing: [\.standardErrorContent]) {
                    let terminal = try Self.paintedTerminal(term: HandedOver.texts()[1])
                    raise(SIGSEGV)
                    terminal.close()
                }
            }
            #expect(pty.modes == before)
            let output = pty.output()
            let picture = try #require(output.firstRange(of: "picture"))
            let rest = output[picture.upperBound...]
            #expect(rest.contains(term == "xterm-256color" ? "\u{18}\u{1B}(B\u{1B}[m" : "\u{18}\u{1B}[m\u{F}"))
            #expect(rest.contains("\u{1B}[?2004l"))
            #expect(rest.contains("\u{1B}[?1004l\u{1B}[23;0t") == (term == "xterm-256color"))
            #expect(rest.contains("\u{1B}[?1006l\u{1B}[?1000l") == (term == "xterm-256color"))
            #expect(rest.contains("\u{1B}[?1049l") == (term == "xterm-256color"))
            #expect(String(decoding: result.standardErrorContent, as: UTF8.self).contains("crashed, sorry\n"))
        }

        @Test func crashIsRescuedWithTheStandIn() async throws {
            let pty = try PseudoTerminal()
            let before = pty.modes
            try await HandedOver.with(pty.path) {
                await #expect(processExitsWith: .signal(SIGSEGV)) {
                    let terminal = try Self.paintedTerminal(term: "xterm-jobtop")
                    raise(SIGSEGV)
                    terminal.close()
                }
            }
            #expect(pty.modes == before)
            #expect(pty.output().contains("\u{1B}[?1049l"))
        }

        @Test func aStackOverflowIsRescuedToo() async throws {
            let pty = try PseudoTerminal()
            let before = pty.modes
            try await HandedOver.with(pty.path) {
                await #expect(processExitsWith: .signal(SIGSEGV)) {
                    // Only the thread that owns the terminal has a spare stack for its handler.
                    try await MainActor.run {
                        let terminal = try Self.paintedTerminal(term: "xterm-256color")
                        _ = Self.overflow([1])
                        terminal.close()
                    }
                }
            }
            #expect(pty.modes == before)
            #expect(pty.output().contains("\u{1B}[?1049l"))
        }

        @Test func aFatalErrorOfSwiftIsRescuedToo() async throws {
            let pty = try PseudoTerminal()
            let before = pty.modes
            try await HandedOver.with(pty.path) {
                await #expect(processExitsWith: .failure) {
                    let terminal = try Self.paintedTerminal(term: "xterm-256color")
                    defer { terminal.close() }
                    fatalError("on purpose")
                }
            }
            #expect(pty.modes == before)
            #expect(pty.output().contains("\u{1B}[?1049l"))
        }

        @Test func afterClosingTheSignalsDoWhatTheyDidBefore() throws {
            let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]
            let former = signals.map(Self.handler)
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            let armed = signals.map(Self.handler)
            terminal.close()
            #expect(armed.allSatisfy { !former.contains($0) })
            #expect(signals.map(Self.handler) == former)
        }

        /// Paints a picture on the terminal whose name was handed over.
        private static func paintedTerminal(term: String) throws -> NcursesTerminal {
            let descriptor = open(try HandedOver.texts()[0], O_RDWR | O_NOCTTY)
            let terminal = try NcursesTerminal(
                input: descriptor, output: descriptor, term: term, locale: "C.UTF-8", crashSentence: "crashed, sorry\n")
            var canvas = Canvas(size: terminal.size)
            canvas.write("picture", column: 0, row: 0, role: .bad)
            terminal.paint(canvas)
            return terminal
        }

        @inline(never)
        private static func overflow(_ numbers: [Int]) -> Int {
            numbers.isEmpty ? 0 : overflow(numbers.map { $0 + 1 }) + numbers.count
        }

        private static func handler(of signal: Int32) -> Int {
            var action = sigaction()
            sigaction(signal, nil, &action)
            return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        }
    }
}
