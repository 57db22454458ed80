import Fuzzing
import NcursesTerminal
import Testing
import TextScreen

extension CursesTests {
    /// Terminals whose character widths differ from this machine's C library: over ssh, and in East Asian settings.
    @Suite struct ShiftTests {
        private static let strange: [Unicode.Scalar] = [
            "日", "●", "─", "é", "👍", "\u{1F3FD}", "☀", "각", "\u{301}", "ﷺ", "🇩", "\u{2E3B}", "한", "\u{1160}", "क", "x", " ",
        ]

        @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"], [0, 1, 2])
        func aRowThatTheTerminalSeesOtherwiseLeavesItsNeighboursAlone(term: String, width: Int) throws {
            try play(on: term) { _ in
                width
            } check: { canvas, emulator, step in
                for row in stride(from: 1, to: canvas.size.rows, by: 2) {
                    try #require(emulator.text(inRow: row) == Self.text(of: canvas, row), "step \(step), row \(row)")
                }
            }
        }

        @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"])
        func whereTheTerminalAgreesEveryRowIsAsItShouldBe(term: String) throws {
            try play(on: term, width: CharacterWidth.columns) { canvas, emulator, step in
                for row in 0..<canvas.size.rows {
                    let shown = emulator.text(inRow: row).unicodeScalars.filter { $0 != "\0" }
                    let expected = Self.text(of: canvas, row).unicodeScalars.filter { CharacterWidth.columns(of: $0) > 0 }
                    try #require(shown.elementsEqual(expected), "step \(step), row \(row)")
                }
            }
        }

        /// Paints pictures with strange characters only in even rows; each picture differs a little from the last.
        private func play(
            on term: String, width: @escaping (Unicode.Scalar) -> Int, check: (Canvas, Emulator, Int) throws -> Void
        ) throws {
            let (columns, rows) = (40, 12)
            let pty = try PseudoTerminal(columns: columns, rows: rows)
            let terminal = try pty.open(term: term)
            defer { terminal.close() }
            var emulator = Emulator(columns: columns, rows: rows, width: width)
            var dice = Dice(1)
            var canvas = Canvas(size: terminal.size)
            for step in 0..<100 {
                if step % 20 == 0 { canvas = Canvas(size: terminal.size) }
                for row in 0..<rows where step % 20 == 0 || Bool.random(using: &dice) {
                    let alphabet = row % 2 == 0 ? Self.strange : ["a", "b", " ", " ", "c"]
                    let start = Int.random(in: 0..<columns, using: &dice)
                    let count = Int.random(in: 0...columns - start, using: &dice)
                    let text = (0..<count).compactMap { _ in alphabet.randomElement(using: &dice) }
                    canvas.write(String(String.UnicodeScalarView(text)), column: start, row: row)
                }
                terminal.paint(canvas)
                try emulator.take(pty.output())
                try check(canvas, emulator, step)
            }
        }

        private static func text(of canvas: Canvas, _ row: Int) -> String {
            (0..<canvas.size.columns).map { canvas[$0, row].text }.joined()
        }
    }
}
