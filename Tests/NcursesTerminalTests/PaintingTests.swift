import CNcurses
import Glibc
import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    @Suite struct PaintingTests {
        @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"])
        func whatIsPaintedIsOnTheScreen(term: String) throws {
            let pty = try PseudoTerminal(columns: 20, rows: 4)
            let terminal = try pty.open(term: term)
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            canvas.write("a日e\u{301}\u{1B}─x", column: 1, row: 2, role: .bad)
            terminal.paint(canvas)
            #expect(try ShownCell(column: 1, row: 2).text == "a")
            #expect(try ShownCell(column: 2, row: 2).text == "日")
            #expect(try ShownCell(column: 4, row: 2).text == "e\u{301}")
            #expect(try ShownCell.row(2, columns: 5..<9) == "^[─x")
            #expect(try ShownCell.row(1, columns: 0..<20) == String(repeating: " ", count: 20))
            #expect(pty.output().contains("a日e\u{301}"))
        }

        @Test func everyRoleHasTheLookOfItsRow() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            canvas.write("s", column: 0, row: 0, role: .bad)
            canvas.select(Region(column: 0, row: 0, columns: 1, rows: 1))
            canvas.write("b", column: 1, row: 0, role: .bad)
            canvas.write("l", column: 2, row: 0, role: .link)
            terminal.paint(canvas)
            let selected = try ShownCell(column: 0, row: 0)
            #expect(selected == ShownCell("s", attribute_bold, pair: selected.pair))
            #expect(color(of: selected) == [224, 24])
            let bad = try ShownCell(column: 1, row: 0)
            #expect(bad == ShownCell("b", attribute_bold, pair: bad.pair))
            #expect(color(of: bad) == [196, -1])
            let link = try ShownCell(column: 2, row: 0)
            #expect(link.attributes == attribute_underline)
            #expect(color(of: link) == [31, -1])
            #expect(try ShownCell(column: 3, row: 0) == ShownCell(" "))
        }

        @Test(arguments: [("xterm-256color", true), ("screen", true), ("xterm-256color", false)])
        func whatChangedIsUnderlinedInEveryDepthOfColor(term: String, usesColor: Bool) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term, usesColor: usesColor)
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            canvas.write("7", column: 0, row: 0, isChanged: true)
            canvas.write("8", column: 1, row: 0)
            canvas.write("9", column: 2, row: 0, role: .link, isChanged: true)
            terminal.paint(canvas)
            #expect(try ShownCell(column: 0, row: 0) == ShownCell("7", attribute_underline))
            #expect(try ShownCell(column: 1, row: 0) == ShownCell("8"))
            #expect(try ShownCell(column: 2, row: 0).attributes == 0)
        }

        @Test(arguments: [("screen", true), ("linux", true), ("vt100", false), ("xterm-256color", false)])
        func withoutColorsNoColorIsSent(term: String, usesColor: Bool) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term, usesColor: usesColor)
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            canvas.write("good", column: 0, row: 0, role: .good)
            terminal.paint(canvas)
            let output = pty.output()
            #expect(output.contains("good"))
            #expect(output.contains("\u{1B}[32m") == usesColor)
            #expect(output.contains("\u{1B}[3") == usesColor)
        }

        @Test func dimTextIsPlainWhereTheConsoleWouldColorIt() throws {
            let pty = try PseudoTerminal()
            for (term, attributes) in [("linux", attr_t(0)), ("screen", attribute_dim)] {
                let terminal = try pty.open(term: term)
                defer { terminal.close() }
                var canvas = Canvas(size: terminal.size)
                canvas.write("m", column: 0, row: 0, role: .muted)
                terminal.paint(canvas)
                #expect(try ShownCell(column: 0, row: 0) == ShownCell("m", attributes))
            }
        }

        @Test func theLastCellIsUsedWithoutScrolling() throws {
            let pty = try PseudoTerminal(columns: 10, rows: 3)
            let terminal = try pty.open()
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            for (row, character) in ["a", "b", "c"].enumerated() {
                canvas.write(String(repeating: character, count: 9) + "e\u{301}", column: 0, row: row)
            }
            terminal.paint(canvas)
            #expect(try ShownCell.row(0, columns: 0..<10) == "aaaaaaaaae\u{301}")
            #expect(try ShownCell.row(2, columns: 0..<10) == "ccccccccce\u{301}")
        }

        @Test(arguments: [Size(columns: 31, rows: 9), Size(columns: 7, rows: 2), Size(columns: 0, rows: 0)])
        func aCanvasOfAnotherSizeIsCutOrSurroundedByBlanks(size: Size) throws {
            let pty = try PseudoTerminal(columns: 10, rows: 4)
            let terminal = try pty.open()
            defer { terminal.close() }
            var canvas = Canvas(size: size)
            for row in 0..<size.rows { canvas.write("日日日日x日日日日", column: 0, row: row) }
            terminal.paint(canvas)
            let shown = try (0..<10).map { try ShownCell(column: $0, row: 1).text }
            // Both halves of a wide character return it; a wide character that would be cut is a blank.
            switch size.columns {
            case 31: #expect(shown == ["日", "日", "日", "日", "日", "日", "日", "日", "x", " "])
            case 7: #expect(shown == ["日", "日", "日", "日", "日", "日", "…", " ", " ", " "])
            default: #expect(shown == Array(repeating: " ", count: 10))
            }
            #expect(try ShownCell.row(3, columns: 0..<1) == (size.rows > 3 ? "日" : " "))
        }

        @Test func aSecondPictureSendsOnlyWhatIsNew() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            canvas.fill(Region(canvas.size), with: "x")
            canvas.write("loads 0", column: 30, row: 5)
            terminal.paint(canvas)
            #expect(pty.output().count > 1_920)
            canvas.write("loads 1", column: 30, row: 5)
            terminal.paint(canvas)
            let second = pty.output()
            #expect(second.contains("1") && second.count < 20)
            terminal.paint(canvas)
            #expect(pty.output() == "")
            terminal.redraw()
            terminal.paint(canvas)
            #expect(pty.output().count > 1_920)
        }

        @Test(arguments: [("C.UTF-8", false, false), ("C.UTF-8", true, true), ("C", false, true)])
        func theLocaleDecidesWhichCharactersThereAre(locale: String, forcesASCII: Bool, isASCII: Bool) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(locale: locale, forcesASCII: forcesASCII)
            defer { terminal.close() }
            #expect((terminal.charset == .ascii) == isASCII)
        }

        @Test func withoutALocaleNothingButAsciiIsSentEvenFromAUnicodeCanvas() throws {
            let pty = try PseudoTerminal(columns: 12, rows: 2)
            let terminal = try pty.open(locale: "C")
            defer { terminal.close() }
            var canvas = Canvas(size: terminal.size)
            canvas.write("日ü─x", column: 0, row: 0)
            terminal.paint(canvas)
            #expect(try ShownCell.row(0, columns: 0..<6) == "????x ")
        }

        private func color(of cell: ShownCell) -> [Int16] {
            var (foreground, background) = (Int16(0), Int16(0))
            pair_content(cell.pair, &foreground, &background)
            return [foreground, background]
        }
    }
}
