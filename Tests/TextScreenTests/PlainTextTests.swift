import Testing
import TextScreen

/// Text of printable ASCII is measured and written at once; it must look as if it came through the door.
@Suite struct PlainTextTests {
    private static let printable = (UInt8(0x20)..<0x7F).map { String(Character(Unicode.Scalar($0))) }

    private func row(_ canvas: Canvas) -> [String] { (0..<canvas.size.columns).map { canvas[$0, 0].text } }

    @Test(arguments: [1, 95, 512, 513, 600])
    func eachCharacterHasACell(length: Int) {
        let characters = (0..<length).map { Self.printable[$0 % Self.printable.count] }
        var canvas = Canvas(size: Size(columns: length, rows: 1))
        #expect(canvas.write(characters.joined(), column: 0, row: 0) == length)
        #expect(row(canvas) == characters)
        #expect(ScreenText.columns(of: characters.joined()) == length)
        #expect(ScreenText.columns(of: characters.joined(), upTo: 90) == min(length, 90))
    }

    @Test func controlCharactersAreNotPlain() {
        var canvas = Canvas(size: Size(columns: 8, rows: 1))
        #expect(canvas.write("a\u{1B}b\u{7F}c", column: 0, row: 0) == 7)
        #expect(row(canvas) == ["a", "^", "[", "b", "^", "?", "c", " "])
        #expect(ScreenText.columns(of: "a\u{1B}b\u{7F}c") == 7)
    }

    @Test func wideCharactersAtBothEndsLoseBothHalves() {
        var canvas = Canvas(size: Size(columns: 8, rows: 1))
        canvas.write("日本語椅", column: 0, row: 0)
        canvas.write("abcd", column: 1, row: 0)
        #expect(row(canvas) == [" ", "a", "b", "c", "d", " ", "椅", ""])
    }

    @Test func noTextChangesNothing() {
        var canvas = Canvas(size: Size(columns: 4, rows: 1))
        canvas.write("日本", column: 0, row: 0)
        #expect(canvas.write("", column: 1, row: 0) == 0)
        #expect(row(canvas) == ["日", "", "本", ""])
    }
}
