import Testing
import TextScreen

@Suite struct CanvasTests {
    private func row(_ row: Int, of canvas: Canvas) -> [String] {
        (0..<canvas.size.columns).map { canvas[$0, row].text }
    }

    @Test func writtenTextStandsWhereItWasPut() {
        var canvas = Canvas(size: Size(columns: 6, rows: 2))
        #expect(canvas.write("ab", column: 1, row: 1, role: .good) == 2)
        #expect(
            canvas.picture == """
                |      |
                | ab   |

                |......|
                |.gg...|

                . normal
                g good

                """)
    }

    @Test func aWideCharacterTakesTwoCellsOfItsRole() {
        var canvas = Canvas(size: Size(columns: 4, rows: 1))
        #expect(canvas.write("日x", column: 0, row: 0, role: .bad) == 3)
        #expect(
            [canvas[0, 0], canvas[1, 0], canvas[2, 0], canvas[3, 0]]
                == [Cell(Glyph("日"), role: .bad), Cell(.rightHalf, role: .bad), Cell(Glyph("x"), role: .bad), .blank])
    }

    @Test(arguments: [(0, [" ", "x", " ", " "]), (1, ["日", "", "x", " "])])
    func whatLosesOneHalfLosesBoth(shift: Int, expected: [String]) {
        var canvas = Canvas(size: Size(columns: 4, rows: 1))
        canvas.write("日", column: 0, row: 0)
        canvas.write("x", column: 1 + shift, row: 0)
        #expect(row(0, of: canvas) == expected)
    }

    @Test func aSymbolOverTheLeftHalfBlanksTheRightHalf() {
        var canvas = Canvas(size: Size(columns: 5, rows: 1))
        canvas.write("日本", column: 0, row: 0)
        canvas.fill(Region(column: 1, row: 0, columns: 2, rows: 1), with: "-")
        #expect(row(0, of: canvas) == [" ", "-", "-", " ", " "])
    }

    @Test func textThatIsTooLongEndsWithASign() {
        var canvas = Canvas(size: Size(columns: 5, rows: 3))
        #expect(canvas.write("abcdef", column: 0, row: 0) == 5)
        #expect(canvas.write("日本語", column: 0, row: 1, limit: 4) == 3)
        #expect(canvas.write("abc", column: 4, row: 2) == 1)
        #expect(row(0, of: canvas).joined() == "abcd…")
        #expect(row(1, of: canvas) == ["日", "", "…", " ", " "])
        #expect(row(2, of: canvas).joined() == "    a")
    }

    @Test(arguments: [(-1, 0), (0, -1), (3, 0), (0, 1), (.max, .max), (.min, .min)])
    func nothingIsWrittenOutside(column: Int, row: Int) {
        var canvas = Canvas(size: Size(columns: 3, rows: 1))
        #expect(canvas.write("a", column: column, row: row) == 0)
        #expect(canvas == Canvas(size: Size(columns: 3, rows: 1)))
        #expect(canvas[column, row] == .blank)
    }

    @Test func noRoomNoText() {
        var canvas = Canvas(size: Size(columns: 3, rows: 1))
        #expect(canvas.write("a", column: 0, row: 0, limit: 0) == 0)
        #expect(canvas.write("a", column: 0, row: 0, limit: -5) == 0)
        #expect(canvas == Canvas(size: Size(columns: 3, rows: 1)))
    }

    @Test func whatMustNotBeShownStandsAsAMarkInItsOwnRole() {
        var canvas = Canvas(size: Size(columns: 12, rows: 1))
        canvas.write("a\u{1B}\u{202E}b", column: 0, row: 0, role: .title)
        #expect(
            canvas.picture == """
                |a^[<202E>b  |

                |TffffffffT..|

                . normal
                T title
                f foreignMark

                """)
    }

    @Test func aRectangleIsFilledAndNothingAroundIt() {
        var canvas = Canvas(size: Size(columns: 4, rows: 3))
        canvas.fill(Region(column: 2, row: -1, columns: 9, rows: 3), with: "█", role: .gaugeGood)
        canvas.fill(Region(column: 9, row: 0, columns: 9, rows: 3), with: "x")
        #expect((0..<3).map { row($0, of: canvas).joined() } == ["  ██", "  ██", "    "])
    }

    @Test(arguments: [Character("日"), "\u{7}", "\u{200D}"])
    func aSymbolThatIsNotOneColumnWideIsNotUsed(symbol: Character) {
        var canvas = Canvas(size: Size(columns: 2, rows: 1))
        canvas.fill(Region(canvas.size), with: symbol)
        #expect(row(0, of: canvas) == ["?", "?"])
    }

    @Test func rolesChangeWithoutTheText() {
        var canvas = Canvas(size: Size(columns: 3, rows: 2))
        canvas.write("abc", column: 0, row: 0, role: .bad)
        canvas.select(Region(column: 1, row: 0, columns: 1, rows: 9))
        canvas.replaceRoles(in: Region(column: 0, row: 0, columns: 2, rows: 1)) { $0 == .bad ? .stale : $0 }
        #expect(
            canvas.picture == """
                |abc|
                |   |

                |oox|
                |...|

                . normal
                x bad
                o stale
                selected: row 0, columns 1 to 1
                selected: row 1, columns 1 to 1

                """)
    }

    @Test func aRowComesAsItsLongestRuns() {
        var canvas = Canvas(size: Size(columns: 8, rows: 1))
        canvas.write("ab日", column: 1, row: 0, role: .good)
        canvas.replaceRoles(in: Region(column: 4, row: 0, columns: 2, rows: 1)) { _ in .bad }
        #expect(
            canvas.runs(inRow: 0) == [
                Canvas.Run(column: 0, text: " ", role: .normal, columns: 1),
                Canvas.Run(column: 1, text: "ab日", role: .good, columns: 4),
                Canvas.Run(column: 5, text: " ", role: .bad, columns: 1),
                Canvas.Run(column: 6, text: "  ", role: .normal, columns: 2),
            ])
        #expect(canvas.runs(inRow: 1) == [])
    }

    @Test func asciiCanvasesHoldNothingElse() {
        var canvas = Canvas(size: Size(columns: 6, rows: 1), charset: .ascii)
        canvas.write("日ü→abcd", column: 0, row: 0)
        #expect(row(0, of: canvas).joined() == "???ab~")
        canvas.fill(Region(canvas.size), with: "─")
        #expect(row(0, of: canvas).joined() == "??????")
    }
}
