import Testing
import TextScreen

@Suite struct ScreenTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("\u{301}", 1), ("\u{1B}", 2), ("\u{202E}", 6), ("👨\u{200D}👩", 4),
        ("❤\u{FE0F}", 1), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("\u{FFFD}", 1), ("\u{E000}", 6), ("a\tb", 4),
    ])
    func aTextTakesTheColumnsThatItIsShownIn(text: String, columns: Int) {
        #expect(ScreenText.columns(of: text) == columns)
    }

    @Test func countingStopsAtTheLimit() {
        #expect(ScreenText.columns(of: "日本語", upTo: 3) == 3)
        #expect(ScreenText.columns(of: "abc", upTo: -1) == 0)
    }

    @Test func inAsciiAForeignCharacterIsOneQuestionMark() {
        #expect(ScreenText.clipped("日e\u{301}\u{200D}…\u{202E}", columns: 20, charset: .ascii) == "?e??<202E>")
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本", 1, ""), ("ab", 1, "a"),
        ("ab", 0, ""), ("ab", -3, ""), ("\u{1B}[31m", 4, "^[[…"),
    ])
    func aLongTextIsClippedAndSaysSo(text: String, columns: Int, expected: String) {
        #expect(ScreenText.clipped(text, columns: columns) == expected)
    }

    @Test func aClippedTextInAsciiEndsWithATilde() {
        #expect(ScreenText.clipped("abcd", columns: 3, charset: .ascii) == "ab~")
    }

    @Test(arguments: [
        ("", 5, []), ("one two three", 7, ["one two", "three"]), ("one two three", 5, ["one", "two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\n\nb\n", 5, ["a", "", "b"]), ("a\r\nb", 5, ["a", "b"]),
        ("abcde \nfoo", 5, ["abcde", "foo"]), ("abcde\nfoo", 5, ["abcde", "foo"]), ("ab   cd", 3, ["ab", "cd"]),
        ("  indented text", 10, ["  indented", "text"]), ("  abcdefgh", 6, ["  abcd", "efgh"]), ("a\tb", 5, ["a b"]),
        ("日本語", 3, ["日", "本", "語"]), ("ab 日本", 6, ["ab", "日本"]), ("日a", 1, ["?", "a"]), ("a b", 0, []),
    ])
    func aTextIsBrokenAtNewlinesThenAtBlanksThenAnywhere(text: String, columns: Int, lines: [String]) {
        #expect(ScreenText.wrapped(text, columns: columns) == lines)
    }

    @Test func theLastLineSaysThatThereIsMore() {
        #expect(ScreenText.wrapped("one two three", columns: 5, maximumLines: 2) == ["one", "two…"])
        #expect(ScreenText.wrapped("aaaaa bbbbb c", columns: 5, maximumLines: 2) == ["aaaaa", "bbbb…"])
        #expect(ScreenText.wrapped("one two", columns: 5, maximumLines: 2) == ["one", "two"])
        #expect(ScreenText.wrapped("one two", columns: 5, charset: .ascii, maximumLines: 1) == ["one~"])
        #expect(ScreenText.wrapped("one two", columns: 5, maximumLines: 0) == [])
    }

    @Test func aLineCarriesMarksForWhatMustNotBeShown() {
        #expect(ScreenText.wrapped("a\u{7}b\u{9B}c", columns: 20) == ["a^Gb<9B>c"])
    }

    @Test(arguments: ["\u{301}", "\u{200D}", "x", "\u{1B}", "日\u{301}\u{301}\u{301}\u{301}\u{301}"])
    func aTextOfTenMillionCharactersCostsWhatIsShownOfIt(unit: String) {
        let text = String(repeating: unit, count: 10_000_000 / unit.unicodeScalars.count)
        let tail = String(text.unicodeScalars.dropFirst())
        let clock = ContinuousClock()
        let time = clock.measure {
            for _ in 0..<10 {
                _ = ScreenText.clipped(text, columns: 80)
                _ = ScreenText.wrapped(tail, columns: 80, maximumLines: 3)
            }
        }
        // Reading the whole text once takes far longer than this, even in a release build.
        #expect(time < .seconds(1))
    }

    @Test func aFloodOfHiddenMarksIsCut() {
        let flood = "a" + String(repeating: "\u{301}", count: 100) + "b"
        #expect(ScreenText.clipped(flood, columns: 9) == "a\u{301}\u{301}\u{301}\u{301}…")
        #expect(ScreenText.clipped("a" + String(repeating: "\u{200D}", count: 64) + "b", columns: 9) == "ab")
    }
}
