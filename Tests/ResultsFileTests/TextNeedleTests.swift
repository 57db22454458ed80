import Fuzzing
import Testing

@testable import ResultsFile

@Suite struct TextNeedleTests {
    private func isFound(_ words: String, in row: String) -> Bool {
        Array(row.utf8).withUnsafeBytes { TextNeedle(words).isIn($0) }
    }

    /// Few different characters, so that beginnings of words occur often; the rarest is the first, the last or between them.
    @Test(arguments: 0..<20)
    func wordsAreFoundExactlyWhereTheyAre(seed: UInt64) {
        var dice = Dice(seed)
        let alphabet = Array("eeettaxq")
        func text(_ length: ClosedRange<Int>) -> String {
            String((0..<Int.random(in: length, using: &dice)).map { _ in alphabet[Int.random(in: 0..<8, using: &dice)] })
        }
        for _ in 0..<200 {
            let (words, row) = (text(1...5), text(0...60))
            #expect(isFound(words, in: row) == row.contains(words), "\(words) in \(row)")
        }
    }

    @Test(arguments: ["xette", "ettex", "etxte", "x", "eee", "xx"])
    func wordsAreFoundAtBothEndsOfARow(words: String) {
        #expect(isFound(words, in: words))
        #expect(isFound(words, in: "te" + words))
        #expect(isFound(words, in: words + "te"))
        #expect(!isFound(words, in: String(words.dropLast())))
        #expect(!isFound(words, in: ""))
    }
}
