import Fuzzing
import Testing
import TextScreen

@Suite struct HostileTextTests {
    private static let nasty: [ClosedRange<UInt32>] = [
        0...0x1F, 0x20...0x7E, 0x7F...0x9F, 0xA0...0x2FF, 0x300...0x36F, 0x600...0x61C, 0x1100...0x11FF, 0x180B...0x180F,
        0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3000...0x30FF, 0xD7B0...0xD7FF, 0xE000...0xE00F,
        0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F680,
        0xE0001...0xE007F, 0xE0100...0xE01EF, 0x10FFFE...0x10FFFF, 0...0x10FFFF,
    ]

    private static func text(seed: UInt64) -> String {
        var dice = Dice(seed)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &dice) {
            guard let range = nasty.randomElement(using: &dice) else { continue }
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &dice)) { text.append(scalar) }
        }
        return String(text)
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: !scalar.properties.isVariationSelector && !scalar.properties.isNoncharacterCodePoint
        }
    }

    @Test func noTextPutsAnythingHarmfulOnTheCanvasOrShiftsItsRow() {
        for seed in UInt64(0)..<3_000 {
            let text = Self.text(seed: seed)
            var canvas = Canvas(size: Size(columns: 24, rows: 1))
            let limit = Int(seed % 26)
            let written = canvas.write(text, column: 1, row: 0, limit: limit, role: .strong)
            let cells = (0..<24).map { canvas[$0, 0] }
            let scalars = cells.flatMap { $0.text.unicodeScalars }
            #expect(scalars.allSatisfy(Self.isHarmless), "seed \(seed)")
            #expect(written <= min(limit, 23), "seed \(seed)")
            #expect(scalars.reduce(0) { $0 + CharacterWidth.columns(of: $1) } == 24, "seed \(seed)")
            #expect(cells.allSatisfy { $0.text.unicodeScalars.count <= 5 }, "seed \(seed)")
            #expect(cells[min(1 + limit, 24)...].allSatisfy { $0 == .blank }, "seed \(seed)")
        }
    }

    @Test func whatIsMeasuredIsWhatIsWritten() {
        for seed in UInt64(0)..<2_000 {
            let text = Self.text(seed: seed)
            for charset in [Charset.unicode14, .ascii] {
                var canvas = Canvas(size: Size(columns: 500, rows: 2), charset: charset)
                let columns = ScreenText.columns(of: text, charset: charset)
                #expect(canvas.write(text, column: 0, row: 0) == columns, "seed \(seed)")
                let clipped = ScreenText.clipped(text, columns: 500, charset: charset)
                #expect(canvas.write(clipped, column: 0, row: 1) == columns, "seed \(seed)")
                #expect((0..<500).allSatisfy { canvas[$0, 0].text == canvas[$0, 1].text }, "seed \(seed)")
            }
        }
    }

    @Test func noWrappedLineIsWiderThanAsked() {
        for seed in UInt64(0)..<2_000 {
            let columns = Int(seed % 12) + 1
            let lines = ScreenText.wrapped(Self.text(seed: seed), columns: columns, maximumLines: 5)
            #expect(lines.count <= 5, "seed \(seed)")
            #expect(lines.allSatisfy { ScreenText.columns(of: $0) <= columns }, "seed \(seed)")
            #expect(lines.allSatisfy { ScreenText.clipped($0, columns: columns) == $0 }, "seed \(seed)")
        }
    }

    @Test(arguments: [
        "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
        "\u{2068}", "\u{2069}", "\u{200B}", "\u{2060}", "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}", "\u{FEFF}", "\u{180E}",
        "\u{AD}", "\u{85}", "\u{9B}", "\u{9D}", "\u{2028}", "\u{2029}", "\u{E000}", "\u{FFFE}", "\u{FFF9}", "\u{E0041}",
        "\u{378}",
    ])
    func whatCannotBeSeenIsNamed(text: String) {
        let value = text.unicodeScalars.reduce(0) { $0 + $1.value }
        let mark = "<" + String(value, radix: 16, uppercase: true) + ">"
        #expect(ScreenText.clipped(text, columns: 20) == mark)
        #expect(ScreenText.clipped(text, columns: 20, charset: .ascii) == mark)
    }

    @Test func whatHasNoShapeOfItsOwnIsNamedUnlessItOnlyJoins() {
        // Blank braille is not a default-ignorable code point, but looks empty.
        let joining = Self.ignorable.filter { $0.properties.isVariationSelector || $0.properties.isJoinControl }
        for scalar in Set(Self.ignorable).subtracting(joining).union(["\u{2800}"]) {
            for charset in [Charset.unicode14, .ascii] {
                let mark = "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
                #expect(ScreenText.clipped("a\(scalar)b", columns: 20, charset: charset) == "a\(mark)b")
            }
        }
    }

    @Test func hangulThatIsWrittenInPartsIsShownAsItIs() {
        #expect(ScreenText.clipped("\u{1112}\u{1161}\u{11AB}", columns: 20) == "\u{1112}\u{1161}\u{11AB}")
        #expect(ScreenText.columns(of: "\u{1112}\u{1161}\u{11AB}") == 2)
    }

    /// Every code point that a font may show as nothing according to Unicode (UAX 44, Default_Ignorable_Code_Point).
    private static let ignorable = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        .filter(\.properties.isDefaultIgnorableCodePoint)

    @Test func controlCharactersAreWrittenWithACaret() {
        let text = String(String.UnicodeScalarView((UInt8(0)..<32).map { Unicode.Scalar($0) } + [Unicode.Scalar(127)]))
        let expected = "^@^A^B^C^D^E^F^G^H^I^J^K^L^M^N^O^P^Q^R^S^T^U^V^W^X^Y^Z^[^\\^]^^^_^?"
        #expect(ScreenText.clipped(text, columns: 80) == expected)
    }

    @Test func joinersAndVariationSelectorsAreLeftOut() {
        #expect(ScreenText.clipped("\u{200C}a\u{200D}b\u{FE0F}c\u{E0100}", columns: 20) == "abc")
    }
}
