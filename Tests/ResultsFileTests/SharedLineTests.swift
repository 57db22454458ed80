import Testing

@testable import ResultsFile

@Suite struct SharedLineTests {
    private let folder = Folder()

    @Test(arguments: [
        "{\"a\":1}{\"a\":2}{\"a\":3}", "{\"a\":1} {\"a\":2}\t{\"a\":3}\n", "{\"a\":1}{\"a\":2}\n{\"a\":3}\n",
        "{\"a\":1}\n{\"a\":2}{\"a\":3}", "{\"a\":1},\n{\"a\":2},\n{\"a\":3}\n", "{\"a\":1}\r{\"a\":2} {\"a\":3}\r",
        "[{\"a\":1}][{\"a\":2},{\"a\":3}]", "[{\"a\":1},\n{\"a\":2}]\n[{\"a\":3}]\n", "[{\"a\":1}]{\"a\":2}{\"a\":3}",
        "\u{1E}{\"a\":1}\n\u{1E}{\"a\":2}\n\u{1E}{\"a\":3}\n", "\u{1E}{\n\"a\":1}\u{1E}{\"a\":2}\u{1E}{\"a\":3}",
        "{\n\"a\":1}{\n\"a\":2}{\n\"a\":3}",
    ])
    func valuesOneBehindTheOtherAreItems(text: String) async throws {
        for hint in [nil, "json", "jsonl"] {
            let (file, snapshot) = try await folder.index(text) { $0.formatHint = hint }
            #expect(snapshot.totals.items == 3)
            #expect(try (0..<3).map { try file.item(at: $0).tree.json(of: 0, .compact) } == [1, 2, 3].map { "{\"a\":\($0)}" })
        }
    }

    @Test func valuesOfALineAreItemsInEveryBlock() async throws {
        let text = String(repeating: "{\"a\":\"x\"}", count: 5_000)
        let (_, snapshot) = try await folder.index(text) { $0.blockLength = 100 }
        #expect(snapshot.totals.items == 5_000)
        #expect(snapshot.totals.broken == 0)
    }

    @Test(arguments: ["{\"a\":1}rubbish", "{\"a\":1}{\"a\":", "1,2,3", "rubbish"])
    func lineWithAnythingElseOnItIsOneBrokenRow(line: String) async throws {
        let text = "{\"b\":1}\n\(line)\n{\"b\":2}\n"
        let (file, _) = try await folder.index(text)
        #expect(try file.rows(in: 0..<9).map(\.outcome) == [.unknown, .broken, .unknown])
    }

    @Test func brokenLineCostsNoOtherLineOfSeveralValues() async throws {
        let (file, _) = try await folder.index("{\"a\":1}{\"a\":2}\n{\"a\":{\n{\"a\":3}{\"a\":4}\n")
        #expect(try file.rows(in: 0..<9).map(\.outcome) == [.unknown, .unknown, .broken, .unknown, .unknown])
        #expect(try file.rows(in: 0..<9).map(\.line) == [1, 1, 2, 3, 3])
    }
}
