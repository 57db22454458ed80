import CNcurses
import Glibc
import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct CharacterWidthTests {
        @Test func everyScalarIsAsWideAsTheCLibrarySays() {
            let charset = NcursesTerminal.charset(ofLocale: "C.UTF-8")
            var canvas = Canvas(size: Size(columns: 20, rows: 1), charset: charset)
            var differing: [String] = []
            // Planes 2 to 13 hold ideographs of one kind, or nothing.
            for value in Array(UInt32(0)...0x1FFFF) + Array(0xE0000...0xE0200) {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let written = canvas.write(String(Character(scalar)), column: 0, row: 0)
                let isShown = canvas[0, 0].text.unicodeScalars.first == scalar && canvas[0, 0].role != .foreignMark
                if isShown, written != Int(wcwidth(wchar_t(truncatingIfNeeded: value))) {
                    differing.append("U+\(String(value, radix: 16)) \(written)")
                }
            }
            #expect(differing == [])
        }

        /// jobtop chooses the glyphs, borders and gauges, so a picture has the same shape on every machine.
        @Test func ourOwnSignsTakeOneColumnEverywhere() {
            let charset = NcursesTerminal.charset(ofLocale: "C.UTF-8")
            let signs = "…▸║•▲×■∅●○─│┌┐└┘├┤┬┴┼█▉▊▋▌▍▎▏░▒▓↑↓←→·"
            #expect(signs.unicodeScalars.filter { charset.columns(of: $0) != 1 } == [])
        }

        /// Characters whose width differs between glibc 2.36 and 2.41, or that only one of them knows.
        @Test func whatIsCountedIsWhatCursesDraws() throws {
            let pty = try PseudoTerminal(columns: 20, rows: 1)
            let terminal = try pty.open()
            defer { terminal.close() }
            for scalar: Unicode.Scalar in [
                "☰", "⚊", "\u{FFF9}", "\u{3164}", "\u{1FAE8}", "\u{1FADC}", "\u{4DC0}", "\u{1D300}", "日",
            ] {
                var canvas = Canvas(size: terminal.size, charset: terminal.charset)
                let columns = canvas.write(String(Character(scalar)), column: 0, row: 0)
                canvas.write("x", column: columns, row: 0)
                terminal.paint(canvas)
                #expect(try ShownCell(column: 0, row: 0).text == canvas[0, 0].text, "\(scalar)")
                #expect(try ShownCell(column: columns, row: 0).text == "x", "\(scalar)")
            }
        }

        @Test func charactersThatNobodySeesAreMarked() throws {
            let charset = NcursesTerminal.charset(ofLocale: "C.UTF-8")
            var canvas = Canvas(size: Size(columns: 20, rows: 1), charset: charset)
            canvas.write("\u{10FFFE}\u{E000}\u{3164}", column: 0, row: 0)
            #expect((0..<20).map { canvas[$0, 0].text }.joined() == "<10FFFE><E000><3164>")
        }
    }
}
