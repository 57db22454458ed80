import Testing
import TextScreen

@Suite struct SnapshotTests {
    private static let escape = "\u{1B}"

    /// Plain words, a selected row, wide and combining characters, and foreign text that is harmful elsewhere.
    private static var canvas: Canvas {
        var canvas = Canvas(size: Size(columns: 20, rows: 4))
        canvas.write("jobs", column: 1, row: 0, role: .title)
        canvas.write("\u{1B}[2J", column: 8, row: 0)
        canvas.write("<b>&amp;\"]]>", column: 0, row: 1, role: .bad)
        canvas.write("椅子 e\u{301}x", column: 0, row: 2)
        canvas.select(Region(column: 0, row: 2, columns: 20, rows: 1))
        canvas.write("─── █▄", column: 0, row: 3, role: .border)
        return canvas
    }

    @Test func textIsWhatAReaderSees() {
        let expected = " jobs   ^[[2J\n<b>&amp;\"]]>\n椅子 e\u{301}x\n─── █▄\n"
        #expect(Self.canvas.snapshot(as: .text, in: .auto) == expected)
    }

    @Test func escapesNameTheColorsOfTheTerminal() {
        let lines = Self.canvas.snapshot(as: .ansi, in: .dark).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.map { $0.replacing(Self.escape, with: "E") } == [
                " E[1;4mjobsE[0m   E[7;38;5;220m^[E[0m[2J", "E[1;38;5;210m<b>&amp;\"]]>E[0m",
                "E[38;5;231;48;5;17m椅子 e\u{301}x\(String(repeating: " ", count: 13))E[0m", "E[38;5;242m─── █▄E[0m", "",
            ])
    }

    @Test(arguments: [Theme.dark, .light, .plain]) func escapesAreThoseOfTheTheme(theme: Theme) {
        let number = theme == .dark ? 210 : theme == .light ? 88 : 196
        #expect(Self.canvas.snapshot(as: .ansi, in: theme).contains("\(Self.escape)[1;38;5;\(number)m<b>"))
    }

    @Test func emptyCanvasHasALineForEachRow() {
        let canvas = Canvas(size: Size(columns: 5, rows: 3))
        #expect(canvas.snapshot(as: .text, in: .auto) == "\n\n\n")
        #expect(canvas.snapshot(as: .ansi, in: .auto) == "\n\n\n")
    }

    @Test func pictureEscapesMarkupAndKeepsCells() {
        let svg = Self.canvas.snapshot(as: .svg, in: .dark)
        #expect(svg.contains(#"<text class="bad" x="0" y="31.5" textLength="100.8">&lt;b&gt;&amp;amp;"]]&gt;</text>"#))
        #expect(svg.contains(#"<text class="normal-selected" x="0" y="49.5" textLength="16.8">椅</text>"#))
        #expect(svg.contains("<text class=\"normal-selected\" x=\"42\" y=\"49.5\" textLength=\"16.8\">e\u{301}x</text>"))
        #expect(svg.contains(#"<rect class="selection" x="0" y="36" width="168" height="18"/>"#))
        #expect(svg.contains(#"<rect class="foreignMark-ground" x="67.2" y="0" width="16.8" height="18"/>"#))
        #expect(svg.contains(#"<rect class="border" x="0" y="62.5" width="25.2" height="1"/>"#))
        #expect(svg.contains(#"<rect class="border" x="42" y="63" width="8.4" height="9"/>"#))
        #expect(!svg.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test func linesAndBlocksFillTheirCells() {
        var canvas = Canvas(size: Size(columns: 6, rows: 1))
        canvas.write("━╸▀▂▎┌", column: 0, row: 0)
        let boxes = canvas.snapshot(as: .svg, in: .dark).split(separator: "\n").filter { $0.hasPrefix("<rect class=\"normal\"") }
        let expected = [
            #"x="0" y="7.5" width="8.4" height="3""#, #"x="8.4" y="7.5" width="4.2" height="3""#,
            #"x="16.8" y="0" width="8.4" height="9""#, #"x="25.2" y="13.5" width="8.4" height="4.5""#,
            #"x="33.6" y="0" width="2.1" height="18""#, #"x="45.7" y="8.5" width="4.7" height="1""#,
            #"x="45.7" y="8.5" width="1" height="9.5""#,
        ]
        #expect(boxes == expected.map { "<rect class=\"normal\" \($0)/>" })
    }

    @Test func pictureHasTheColorsOfTheTerminal() {
        let svg = Self.canvas.snapshot(as: .svg, in: .dark)
        #expect(svg.contains(".bad{fill:#ff8787;font-weight:bold}"))
        #expect(svg.contains(".selection{fill:#00005f}"))
        #expect(!svg.contains("prefers-color-scheme"))
    }

    @Test func pictureOfNoThemeFollowsTheReader() {
        let svg = Self.canvas.snapshot(as: .svg, in: .auto)
        let parts = svg.split(separator: "@media (prefers-color-scheme:dark){")
        #expect(parts.count == 2)
        #expect(parts[0].contains(".bad{fill:#870000;") && parts[1].contains(".bad{fill:#ff8787;"))
        #expect(Self.canvas.snapshot(as: .svg, in: .plain).matches(of: /\.bad{fill:#ff0000;/).count == 2)
    }

    @Test func endingOfAFileNamesItsFormat() {
        let names = ["a.svg", "A.SVG", "b.txt", "c.ansi", "svg", "d.png", ".svg.bak"]
        #expect(names.map { SnapshotFormat(ofFile: $0) } == [.svg, .svg, .text, .ansi, nil, nil, nil])
    }
}
