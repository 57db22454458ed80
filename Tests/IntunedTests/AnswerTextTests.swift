import Testing

@testable import Intuned

struct AnswerTextTests {
    private func mended(_ raw: [UInt8]) -> String { String(decoding: AnswerText(raw).bytes, as: UTF8.self) }

    private func lists(_ depth: Int, around text: String = "") -> String {
        String(repeating: "[", count: depth) + text + String(repeating: "]", count: depth)
    }

    @Test(arguments: [
        #"{"a": ["\\", "\"", "\u0041", {}], "b": "[{"}"#, "", "garbage", #"["\ud83d\ude00"]"#, #"["\\ud83d"]"#, "[\"é👍\"]",
        #"["\u"#, "]]",
    ])
    func goodTextStaysAsItIs(text: String) {
        #expect(mended(Array(text.utf8)) == text)
    }

    @Test(arguments: [
        (#"["\ud83d"]"#, #"["\uFFFD"]"#), (#"["\ude00 x"]"#, #"["\uFFFD x"]"#),
        (#"["\uD83D\uD83D\uDE00"]"#, #"["\uFFFD\uD83D\uDE00"]"#),
        (#"["\ude00\ud83d"]"#, #"["\uFFFD\uFFFD"]"#), (#"["\\\ud83d"]"#, #"["\\\uFFFD"]"#),
        (#"["\ud83d\u0041"]"#, #"["\uFFFD\u0041"]"#),
    ])
    func halvesOfSurrogatePairsAreReplaced(text: String, mended: String) {
        #expect(self.mended(Array(text.utf8)) == mended)
    }

    @Test func invalidUTF8IsReplaced() {
        #expect(mended(Array("[\"a".utf8) + [0xFF, 0xC3] + Array("b\"]".utf8)) == "[\"a\u{FFFD}\u{FFFD}b\"]")
    }

    @Test func whatIsTooDeepIsLeftOut() {
        #expect(mended(Array(lists(500).utf8)) == lists(500))
        #expect(mended(Array(lists(501).utf8)) == lists(500, around: "\"…\""))
        #expect(mended(Array(lists(10_000, around: #""]", {"a": 1}"#).utf8)) == lists(500, around: "\"…\""))
        let twice = lists(499, around: "[[1], 2, {\"a\": [3]}, 4]")
        #expect(mended(Array(twice.utf8)) == lists(499, around: "[\"…\", 2, \"…\", 4]"))
    }

    @Test(arguments: [
        ("[]", false), ("[", true), ("{\"a\": [1}", true), ("[\"", true), ("[\"]", true), ("[\"\\", true), ("[\"\\\"]", true),
        ("", false),
        ("]", false),
    ])
    func itKnowsWhetherItBreaksOff(text: String, breaksOff: Bool) {
        #expect(AnswerText(Array(text.utf8)).breaksOff == breaksOff)
    }
}
