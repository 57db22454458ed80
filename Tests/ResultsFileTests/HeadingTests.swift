import Testing

@testable import ResultsFile

@Suite struct HeadingTests {
    private let folder = Folder()

    private func columns(_ headings: [String]) -> [String] { CSVTable(columns: headings, separator: 0x2C).columns }

    @Test(arguments: [nil, "csv", "jsonl"])
    func doubledAndEmptyHeadingsStayAHeader(hint: String?) async throws {
        let (file, snapshot) = try await folder.index("id,title,title,\n1,a,b,c\n2,d,e,f\n") { $0.formatHint = hint }
        #expect(snapshot.totals.items == 2)
        #expect(
            try file.rows(in: 0..<1).map(\.excerpt) == [#"{"id":"1","title":"a","title 2":"b","column 4":"c"}"#])
        var headings = CSVHeadings()
        headings.doubled = 1
        headings.empty = 1
        #expect(snapshot.totals.findings(against: ResultsPromise(), fileBytes: 32) == [.headingsChanged(headings)])
    }

    @Test func everyColumnHasANameOfItsOwn() {
        #expect(columns(["a", "a", "a"]) == ["a", "a 2", "a 3"])
        #expect(columns(["a", "a", "a 2", "a"]) == ["a", "a 3", "a 2", "a 4"])
        #expect(columns(["column 2", "", "", "column 3"]) == ["column 2", "column 4", "column 5", "column 3"])
        let many = columns([String](repeating: "x", count: 2_000) + [String](repeating: "", count: 2_000))
        #expect(Set(many).count == 4_000)
    }

    @Test func fieldBehindTheLastHeadingTakesNoNameTwice() throws {
        let table = CSVTable(columns: ["column 2"], separator: 0x2C)
        let json = try Array("a,b,c".utf8).withUnsafeBytes { try table.json($0) }
        #expect(String(decoding: json, as: UTF8.self) == #"{"column 2":"a","column 3":"b","column 4":"c"}"#)
    }

    @Test func recordOfOneValueIsNoHeader() async throws {
        let (_, snapshot) = try await folder.index("yes,yes,yes\nno,no,no\n")
        #expect(snapshot.totals.items == 2)
    }

    @Test func distinctHeadingsNeedNoWord() async throws {
        let (_, snapshot) = try await folder.index("id,title\n1,a\n")
        #expect(snapshot.totals.headings == CSVHeadings())
    }
}
