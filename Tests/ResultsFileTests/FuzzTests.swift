import Fuzzing
import Testing

@testable import ResultsFile

@Suite struct FuzzTests {
    private let folder = Folder()

    @Test(arguments: 0..<40)
    func noByteIsEverLostBetweenRows(seed: UInt64) async throws {
        var dice = Dice(seed)
        var bytes = Array((Lines.ok() + "\n" + Lines.ok() + "\n").utf8)
        let alphabet = Array("{}[]\":,\\ \n\n\n0123aé\u{0}\r".utf8) + [0xFF, 0x80]
        for _ in 0..<Int.random(in: 0...4_000, using: &dice) {
            bytes.append(seed % 2 == 0 ? UInt8.random(in: 0...255, using: &dice) : alphabet.randomElement(using: &dice) ?? 0)
        }
        let (file, snapshot) = try await folder.index(bytes) { $0.blockLength = 100 }
        let lines = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
        #expect(snapshot.phase == .complete)
        let rows = try file.rows(in: 0..<snapshot.totals.items)
        // Values on one line are rows with the same line number.
        #expect(Set(rows.map(\.line)).count + snapshot.totals.blankLines == lines)
        #expect(rows.count == snapshot.totals.items)
        #expect(rows.map(\.line) == rows.map(\.line).sorted())
        for row in rows where row.outcome != .broken { _ = try file.item(at: row.index) }
    }

    @Test(arguments: 0..<60)
    func anyFileOpensAndEnds(seed: UInt64) async throws {
        var dice = Dice(seed)
        let starts = [
            "[", "{\"results\":[", "{\n", "a,b\nc,d\n", "\u{1F}\u{8B}", "PK\u{3}\u{4}", "", "\u{FEFF}[{}", "\"a\",\"b\n",
        ]
        var bytes = Array((starts.randomElement(using: &dice) ?? "").utf8)
        if bytes.first == 0x1F { bytes = [0x1F, 0x8B, 8, 0] }
        let alphabet = Array("{}[]\":,\\ \n0123a".utf8)
        for _ in 0..<Int.random(in: 0...9_000, using: &dice) {
            bytes.append(seed % 3 == 0 ? UInt8.random(in: 0...255, using: &dice) : alphabet.randomElement(using: &dice) ?? 0)
        }
        let (file, snapshot) = try await folder.index(bytes) { $0.blockLength = 512 }
        #expect(snapshot.phase.isFinal)
        #expect(try file.rows(in: 0..<snapshot.totals.items).count == snapshot.totals.items)
        #expect(try file.bytes.lines(from: 0, count: 50).count <= 50)
    }
}
