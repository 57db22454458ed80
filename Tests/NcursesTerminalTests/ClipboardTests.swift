@testable import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct ClipboardTests {
        @Test func theRequestIsSentAndTheScreenStaysAsItIs() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            let canvas = Canvas(size: terminal.size)
            terminal.paint(canvas)
            _ = pty.output()
            #expect(terminal.copy("run-1"))
            #expect(pty.output() == "\u{1B}]52;c;cnVuLTE=\u{7}")
            terminal.paint(canvas)
            #expect(pty.output() == "")
        }

        @Test(arguments: [("linux", false), ("vt100", false), ("screen", true), ("tmux-256color", true), ("vt420", false)])
        func aTerminalWithoutAClipboardIsNotAsked(term: String, isAsked: Bool) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term)
            _ = pty.output()
            #expect(terminal.copy("x") == isAsked)
            #expect(pty.output().isEmpty != isAsked)
            terminal.close()
            #expect(!terminal.copy("x"))
        }

        @Test func aTerminalThatIsGoneTakesNothing() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            pty.hangUp()
            #expect(!terminal.copy("x"))
        }

        // The examples of RFC 4648, section 10.
        @Test(arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("日\u{1B}\u{7}", "5pelGwc="), ("\u{3FF}\u{3FE}", "z7/Pvg=="),
        ])
        func theTextTravelsInBase64(text: String, encoded: String) {
            let request = ClipboardRequest(text).map { String(decoding: $0.bytes, as: UTF8.self) }
            #expect(request == "\u{1B}]52;c;\(encoded)\u{7}")
        }

        @Test func aTextThatTerminalsWouldCutIsNotSent() {
            #expect(ClipboardRequest(String(repeating: "x", count: 74_994)) != nil)
            #expect(ClipboardRequest(String(repeating: "x", count: 74_995)) == nil)
        }
    }
}
