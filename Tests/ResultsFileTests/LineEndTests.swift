import Testing

@testable import ResultsFile

@Suite struct LineEndTests {
    private let folder = Folder()

    @Test(arguments: ["\n", "\r\n", "\r"], [nil, "csv", "jsonl"])
    func everyLineEndSplitsCSV(lineEnd: String, hint: String?) async throws {
        let text = "id,title\(lineEnd)1,one\(lineEnd)2,two\(lineEnd)"
        let (file, snapshot) = try await folder.index(text) { $0.formatHint = hint }
        #expect(snapshot.totals.items == 2)
        #expect(try file.rows(in: 0..<2).map(\.line) == [2, 3])
        #expect(try file.rows(in: 0..<2).map(\.excerpt) == [#"{"id":"1","title":"one"}"#, #"{"id":"2","title":"two"}"#])
        #expect(try file.bytes.lines(from: 0, count: 9).map(\.text) == ["id,title", "1,one", "2,two"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndSplitsJSONLines(lineEnd: String) async throws {
        let text = [Lines.ok(), Lines.failed(), "{\"half\":", Lines.ok()].joined(separator: lineEnd)
        let (file, snapshot) = try await folder.index(text)
        #expect(snapshot.shape == .jsonLines)
        #expect(try file.rows(in: 0..<9).map(\.outcome) == [.ok, .failed, .broken, .ok])
        #expect(try file.rows(in: 0..<9).map(\.line) == [1, 2, 3, 4])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndCountsLinesOfArrays(lineEnd: String) async throws {
        let (file, _) = try await folder.index(
            "[\(lineEnd)  {\"a\":1},\(lineEnd)  {\"a\":\"half},\(lineEnd)  {\"a\":3}\(lineEnd)]")
        #expect(try file.rows(in: 0..<9).map(\.line) == [2, 3, 4])
    }

    @Test func lineFeedInQuotesDoesNotEndARecord() async throws {
        let (file, snapshot) = try await folder.index("id,note\r1,\"two\nlines\"\r2,\"\"\r")
        #expect(snapshot.totals.items == 2)
        #expect(try file.rows(in: 0..<1).map(\.excerpt) == [#"{"id":"1","note":"two\nlines"}"#])
    }

    @Test func carriageReturnAtTheEndOfTheHeadDecidesNothing() {
        for text in ["id,title\r", "{\"a\":1}\r"] {
            let layout = ContentSniffer(head: Array(text.utf8), isWhole: false, hint: "csv").layout()
            #expect(layout.lineEnd == LineEnd.feed)
        }
    }

    @Test func columnOfSingleCharactersHasRows() async throws {
        let (_, snapshot) = try await folder.index("n\n1\n\n2\n") { $0.formatHint = "csv" }
        #expect(snapshot.totals.items == 2)
    }

    @Test func fileThatIsAllHeaderIsNotCalledEmpty() async throws {
        let (_, snapshot) = try await folder.index("id,title\n") { $0.formatHint = "csv" }
        let findings = snapshot.totals.findings(against: ResultsPromise(), fileBytes: 9)
        #expect(findings == [.notSplit(bytes: 9)])
    }
}
