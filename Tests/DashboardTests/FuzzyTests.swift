@testable import Dashboard
import Testing

struct FuzzyTests {
    @Test func bestMatchesComeFirst() {
        let texts = ["show the wall", "wall", "follow a link", "warehouse levels", "nothing"]
        #expect(Fuzzy.filtered(texts, by: "wal") { $0 }.prefix(2) == ["wall", "show the wall"])
        #expect(Fuzzy.filtered(texts, by: "whl") { $0 }.first == "warehouse levels")
        #expect(Fuzzy.filtered(texts, by: "stw") { $0 }.first == "show the wall")
        #expect(Fuzzy.filtered(texts, by: "") { $0 } == texts)
        #expect(Fuzzy.filtered(texts, by: "xyz") { $0 } == [])
    }
}
