import Glibc
@testable import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct SuspensionTests {
        @Test func meanwhileTheTerminalIsAsItWasAndThenThePictureIsBack() throws {
            let pty = try PseudoTerminal(columns: 40, rows: 5)
            let before = pty.modes
            let terminal = try pty.open()
            defer { terminal.close() }
            let inUse = pty.modes
            var canvas = Canvas(size: terminal.size)
            canvas.write("still here", column: 0, row: 0)
            terminal.paint(canvas)
            _ = pty.output()
            terminal.giveBack {
                #expect(pty.modes == before)
                #expect(pty.output().contains("\u{1B}[?1049l"))
            }
            #expect(pty.modes == inUse)
            let after = pty.output()
            #expect(after.contains("\u{1B}[?1049h"))
            #expect(after.contains("still here"))
            #expect(terminal.readInput() == [])
        }

        @Test func aTerminalThatIsGivenBackIsLeftAloneByPicturesAndByTheEnd() throws {
            let pty = try PseudoTerminal(columns: 40, rows: 5)
            let terminal = try pty.open()
            var canvas = Canvas(size: terminal.size)
            terminal.paint(canvas)
            terminal.giveBack()
            let modes = pty.modes
            _ = pty.output()
            canvas.write("not to be seen", column: 0, row: 0)
            terminal.paint(canvas)
            #expect(!terminal.copy("not to be sent"))
            pty.type("for the shell")
            #expect(terminal.readInput() == [])
            NcursesTerminal.abandon()
            terminal.close()
            #expect(pty.modes == modes)
            // The echo of the terminal, because it is not in jobtop's modes; the system needs a moment for it.
            let typed = "for the shell"
            #expect(pty.output(until: typed) + pty.output() == typed)
        }

        /// The terminal's state is what a shell leaves after using it.
        @Test func whatOthersDidToTheTerminalIsUndone() throws {
            let pty = try PseudoTerminal(columns: 40, rows: 5)
            let before = pty.attributes
            let terminal = try pty.open()
            defer { terminal.close() }
            let inUse = pty.modes
            var canvas = Canvas(size: terminal.size)
            canvas.write("still here", column: 0, row: 0)
            terminal.paint(canvas)
            _ = pty.output()
            pty.attributes = before
            pty.resize(columns: 20, rows: 9)
            terminal.reclaim { false }
            #expect(pty.modes == inUse)
            #expect(terminal.readInput() == [.resized(Size(columns: 20, rows: 9))])
            let after = pty.output()
            for part in ["\u{1B}[?1049h", "\u{1B}[?1h", "\u{1B}[?2004h", "still here"] { #expect(after.contains(part)) }
        }

        @Test func aSizeThatChangedMeanwhileIsReported() throws {
            let pty = try PseudoTerminal(columns: 40, rows: 5)
            let terminal = try pty.open()
            defer { terminal.close() }
            terminal.paint(Canvas(size: terminal.size))
            terminal.giveBack { pty.resize(columns: 20, rows: 9) }
            #expect(terminal.size == Size(columns: 20, rows: 9))
            #expect(terminal.readInput() == [.resized(Size(columns: 20, rows: 9))])
        }
    }
}
