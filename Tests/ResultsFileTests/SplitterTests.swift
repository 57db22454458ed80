import Testing

@testable import ResultsFile

@Suite struct SplitterTests {
    /// The rows of a text, read in blocks of a size.
    private func rows(_ text: String, _ splitter: RowSplitter, block: Int) -> [String] {
        var splitter = splitter
        let bytes = Array(text.utf8)
        var spans: [RowSpan] = []
        for end in stride(from: block, to: bytes.count + block, by: block) {
            bytes[..<min(end, bytes.count)].withUnsafeBytes { bytes in
                while let span = splitter.next(in: bytes, from: 0) { spans.append(span) }
            }
        }
        if let rest = splitter.rest { spans.append(rest) }
        return spans.map { "\($0.line):" + String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func linesAreRowsHoweverTheBytesArrive(block: Int) {
        let found = rows("a\n\nb\r\nc", .lines(LineSplitter(start: 0)), block: block)
        #expect(found == ["1:a", "2:", "3:b\r", "4:c"])
    }

    @Test(arguments: [1, 2, 5, 1_000])
    func elementsOfAnArrayAreRows(block: Int) {
        let text = "{\"a\":\"]}\\\"\"},\n [1,[2]],\"x,]\\\\\",3 ,true\n]{}"
        let found = rows(text, .values(ValueSplitter(start: 0, line: 1, isArray: true, isWrapped: true)), block: block)
        #expect(found == ["1:{\"a\":\"]}\\\"\"}", "2:[1,[2]]", "2:\"x,]\\\\\"", "2:3", "2:true"])
    }

    @Test(arguments: [1, 2, 5, 1_000])
    func nothingBehindAnArrayIsLost(block: Int) {
        let text = "[1,{\"a\":2}]\n[3]{\"b\":4} ]x"
        let splitter = ValueSplitter(start: 1, line: 1, isArray: true)
        #expect(rows(text, .values(splitter), block: block) == ["1:1", "1:{\"a\":2}", "2:3", "2:{\"b\":4}", "2:]x"])
    }

    @Test(arguments: [1, 4, 1_000])
    func valuesThatFollowEachOtherAreRows(block: Int) {
        let text = "{\n\"a\":1\n}\n{\"b\":\n[]}\n7"
        let found = rows(text, .values(ValueSplitter(start: 0, line: 1, isArray: false)), block: block)
        #expect(found == ["1:{\n\"a\":1\n}", "4:{\"b\":\n[]}", "6:7"])
    }

    @Test func aStringThatIsNotClosedCostsItsOwnLineAlone() {
        let found = rows("{\"a\":\"x},\n{\"b\":1}]", .values(ValueSplitter(start: 0, line: 1, isArray: true)), block: 4)
        #expect(found == ["1:{\"a\":\"x},", "2:{\"b\":1}"])
    }

    @Test(arguments: [1, 2, 3, 1_000])
    func lineEndsInsideQuotesBelongToTheRecord(block: Int) {
        let text = "a,\"b\nc\"\"\n\",d\r\n5\" pipe,e\n\"\",\n"
        let found = rows(text, .records(RecordSplitter(start: 0, line: 1, separator: 0x2C)), block: block)
        #expect(found == ["1:a,\"b\nc\"\"\n\",d\r", "4:5\" pipe,e", "5:\"\","])
    }

    @Test func csvFieldsLoseTheirQuotes() {
        let record = Array("a,\"b,\"\"c\"\"\",,\"\",5\" pipe".utf8)
        let fields = record.withUnsafeBytes { CSVRecord.fields($0, separator: 0x2C) }
        #expect(fields == ["a", "b,\"c\"", "", "", "5\" pipe"])
    }
}
