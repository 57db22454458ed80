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
            terminal.suspend {
                #expect(pty.modes == before)
                #expect(pty.output().contains("\u{1B}[?1049l"))
            }
            #expect(pty.modes == inUse)
            let after = pty.output()
            #expect(after.contains("\u{1B}[?1049h"))
            #expect(after.contains("still here"))
            #expect(terminal.readInput() == [])
        }

        @Test func aSizeThatChangedMeanwhileIsReported() throws {
            let pty = try PseudoTerminal(columns: 40, rows: 5)
            let terminal = try pty.open()
            defer { terminal.close() }
            terminal.paint(Canvas(size: terminal.size))
            terminal.suspend { pty.resize(columns: 20, rows: 9) }
            #expect(terminal.size == Size(columns: 20, rows: 9))
            #expect(terminal.readInput() == [.resized(Size(columns: 20, rows: 9))])
        }
    }
}
