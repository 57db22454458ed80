import Testing

@testable import ResultsFile

@Suite struct ContentTests {
    private func layout(_ text: String, hint: String? = nil, isWhole: Bool = true) -> RowLayout {
        ContentSniffer(head: Array(text.utf8), isWhole: isWhole, hint: hint).layout()
    }

    @Test(arguments: [
        ("{\"a\":1}\n{\"a\":2}\n", ResultsShape.jsonLines),
        ("{\"a\":1}", .jsonLines),
        ("\u{FEFF}{\"a\":1}\n{\"a\":2}", .jsonLines),
        ("{\"a\":\n{\"a\":2}\n", .jsonLines),
        ("{\"a\":\nrubbish\n{\"a\":2}\n{\"a\":2}\n{\"a\":2}\n", .jsonLines),
        ("[1]\n[2]\n", .jsonLines),
        ("[{\"a\":1},\n{\"a\":2}]", .jsonArray(name: nil)),
        ("  [\n]", .jsonArray(name: nil)),
        ("{\"count\":2,\"results\":[{\"a\":1},{\"a\":2}]}", .jsonArray(name: "results")),
        ("{\n  \"meta\": {\"items\": [{}]},\n  \"items\": [\n {}]}", .jsonArray(name: "items")),
        ("{\n  \"apiInfo\": {}\n}\n", .jsonValues),
        ("api,status\nprices,ok\n", .csv(separator: 0x2C)),
        ("api;status\nprices;ok\n", .csv(separator: 0x3B)),
        ("Hello, world\n", .text),
        ("Hello\nworld\n", .text),
        ("ab\u{0}c", .binary),
        ("", .empty),
        ("\n \r\n", .empty),
    ])
    func whatTheBytesAreDecides(text: String, shape: ResultsShape) {
        #expect(layout(text, hint: "whatever").shape == shape)
    }

    @Test func theWordInFormatDecidesWhatTheBytesLeaveOpen() {
        #expect(layout("api\nprices\n", hint: "csv").shape == .csv(separator: 0x2C))
        #expect(layout("api\nprices\n").shape == .text)
        #expect(layout("broken\nlines\n{\"a\":1}\n", hint: "jsonl").shape == .jsonLines)
    }

    @Test(arguments: [
        ("<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>\n", ResultsShape.text),
        ("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>", .text),
        ("written by hand,\nnot by a machine\n", .text),
        ("api,status\r\nprices,\"o\r\nk\"\r\n", .csv(separator: 0x2C)),
    ])
    func theWordJSONLMakesNoLinesOfSomethingElse(text: String, shape: ResultsShape) {
        #expect(layout(text, hint: "jsonl").shape == shape)
    }

    @Test(arguments: [
        "prices,ok,a\nprices,failed,b\n", "a,https://shop.example/1\nb,https://shop.example/2\n",
    ])
    func aFirstRecordLikeTheOthersIsNoHeader(text: String) { #expect(layout(text).start == 0) }

    @Test func aPageOfTextNamesNoColumn() {
        let page = String(repeating: "words ", count: 200)
        #expect(layout("\(page),b\n1,2\n3,4\n").format == .csv(CSVTable(columns: ["", ""], separator: 0x2C)))
        #expect(layout("\(page.prefix(900)),b\n1,2\n3,4\n").start == 903)
    }

    @Test func aRecordOfMoreFieldsThanAreReadIsNotWrittenOut() {
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: JSONReader.mostValues)
        commas.withUnsafeBytes { record in
            _ = #expect(throws: RowFault.tooManyValues) { _ = try CSVTable(columns: ["a"], separator: 0x2C).json(record) }
        }
    }

    @Test func aCSVHeaderIsRecognizedAndItsLinesAreCounted() {
        let expected = RowLayout(
            shape: .csv(separator: 0x2C), start: 14, line: 3, format: .csv(CSVTable(columns: ["api", "a\nb"], separator: 0x2C)))
        #expect(layout("api,\"a\nb\"\r\n\r\nprices,ok\n").shape == .csv(separator: 0x2C))
        #expect(
            layout("api,\"a\nb\"\r\n1234,ok\n")
                == RowLayout(
                    shape: expected.shape, start: 11, line: 3, format: expected.format))
    }

    @Test func aColumnWithoutANameIsNumbered() {
        #expect(
            layout(",api\n0,prices\n").format == .csv(CSVTable(columns: ["column 1", "api"], separator: 0x2C)))
    }

    @Test func aRaggedTableIsCSVWhereThePlatformSaysSo() {
        #expect(layout("api,note\na,b,c\nd\n").shape == .text)
        #expect(layout("api,note\na,b,c\nd\n", hint: "csv").format == .csv(CSVTable(columns: ["api", "note"], separator: 0x2C)))
    }

    @Test func numbersAreNoHeader() {
        #expect(
            layout("1,2\n3,4\n")
                == RowLayout(
                    shape: .csv(separator: 0x2C), start: 0, line: 1,
                    format: .csv(CSVTable(columns: ["column 1", "column 2"], separator: 0x2C))))
    }

    @Test func aCharacterCutOffAtTheEndOfTheHeadIsStillText() {
        let cut = Array("größe".utf8).prefix(3)
        #expect(ContentSniffer(head: Array(cut), isWhole: false, hint: nil).layout().shape == .text)
        #expect(ContentSniffer(head: Array(cut), isWhole: true, hint: nil).layout().shape == .binary)
    }

    @Test func aWrappedArrayOfNoItemsIsOneItem() {
        #expect(layout("{\"apiInfo\":{\"result\":{\"items\":[{}]}}}").shape == .jsonLines)
        #expect(layout("{\"tags\":[{}]}").shape == .jsonLines)
    }
}
