import Testing

@testable import ResultsFile

@Suite struct JSONTreeTests {
    @Test func orderDuplicatesAndNumbersStayAsWritten() throws {
        let text = #"{"z":1.50,"a":12345678901234567890123,"z":-0e+1,"e":1e999}"#
        let tree = try JSONTree(text)
        #expect(tree.json(of: 0, .compact) == text)
        #expect(tree.children(of: 0).map { tree.name(of: $0) } == ["z", "a", "z", "e"])
        #expect(tree.children(of: 0).map { tree.text(of: $0) } == ["1.50", "12345678901234567890123", "-0e+1", "1e999"])
        #expect(tree.member("z", of: 0) == 1)
    }

    @Test func stringsAreReadWithTheirEscapes() throws {
        let tree = try JSONTree(#"["a\n\"\\\/\u00e9\ud83d\ude00","\ud800x","\udc00"]"#)
        #expect(tree.children(of: 0).map { tree.text(of: $0) } == ["a\n\"\\/é😀", "\u{FFFD}x", "\u{FFFD}"])
    }

    @Test func aValueIsWrittenPrettyAndCompact() throws {
        let tree = try JSONTree(" {\"a\" : [ 1 ,{ } , [ ] ], \"b\":{\"c d\":null}} ")
        #expect(tree.json(of: 0, .compact) == #"{"a":[1,{},[]],"b":{"c d":null}}"#)
        #expect(
            tree.json(of: 0, .pretty) == "{\n  \"a\": [\n    1,\n    {},\n    []\n  ],\n  \"b\": {\n    \"c d\": null\n  }\n}")
        #expect(tree.json(of: 1, .compact) == "[1,{},[]]")
        #expect(tree.json(of: 2, .pretty) == "1")
    }

    @Test func aNameEndsAtItsOwnQuote() throws {
        let text = #"{"":"","a\"b"<blanks>: "x:","\\\"":{"c":":"},":" :[ ],"d\\"<blanks>:<blanks>1}"#
        let tree = try JSONTree(text.split(separator: "<blanks>").joined(separator: " \n\t\r"))
        #expect((1..<tree.count).map { tree.name(of: $0) } == ["", "a\"b", "\\\"", "c", ":", "d\\"])
    }

    @Test(arguments: [#"{"a"b:1}"#, #"{"a" "b":1}"#, #"{"a"}"#, #"{"a":}"#, #"{"a\":1}"#, #"{a":1}"#, #"{"a":"b""#, #"{"a":"#])
    func aNameWithoutItsQuotesOrColonIsNoJSON(text: String) {
        #expect(throws: RowFault.notJSON) { try JSONTree(text) }
    }

    @Test func aPathLeadsToItsValue() throws {
        let tree = try JSONTree(#"{"a":{"b":[0,{"c d":1,"é":2,"1x":3,"q\"":4}]}}"#)
        let paths = (0..<tree.count).map { tree.path(of: $0) }
        #expect(
            paths == [
                "$", "$.a", "$.a.b", "$.a.b[0]", "$.a.b[1]", #"$.a.b[1]["c d"]"#, "$.a.b[1].é", #"$.a.b[1]["1x"]"#,
                #"$.a.b[1]["q\""]"#,
            ])
        #expect(tree.depth(of: 5) == 4)
    }

    @Test func aSearchGoesAroundTheEnds() throws {
        let tree = try JSONTree(#"{"Name":"x","b":["name here",2,"\u006eame"]}"#)
        #expect(tree.match("NAME", after: nil) == 1)
        #expect(tree.match("name", after: 1) == 3)
        #expect(tree.match("name", after: 3) == 5)
        #expect(tree.match("name", after: 5) == 1)
        #expect(tree.match("name", before: 1) == 5)
        #expect(tree.match("nowhere", after: 1) == nil)
        #expect(tree.match("", after: 1) == nil)
    }

    @Test(arguments: [10_000, 90_000])
    func deepTextsNeitherRecurseNorCrash(depth: Int) throws {
        let text = String(repeating: #"{"a":["#, count: depth / 2) + String(repeating: "]}", count: depth / 2)
        let tree = try JSONTree(text)
        #expect(tree.count == depth)
        #expect(tree.depth(of: depth - 1) == depth - 1)
        #expect(tree.json(of: 0, .compact) == text)
        #expect(tree.path(of: depth - 1).hasSuffix("[0].a"))
    }

    @Test func aDeepTextIsIndentedNoFurtherThanAScreenIsWide() throws {
        let depth = 10_000
        let tree = try JSONTree(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        let pretty = tree.json(of: 0, .pretty)
        #expect(pretty.utf8.count < 2 * depth * 64)
        #expect(try JSONTree(pretty).json(of: 0, .compact) == tree.json(of: 0, .compact))
    }

    @Test(arguments: [UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "["), 0])
    func whatStandsBehindATextDoesNotBelongToIt(behind: UInt8) throws {
        for text in ["[[1]", "[[[1]", "{\"a\":{}", "[{}", "{\"a", "\"a", "[1,", "[", "{", "1,", "{\"a\":"] {
            #expect(throws: RowFault.notJSON) { try JSONTree(Array(text.utf8), behind: behind) }
        }
        for text in ["[[1]]", "{\"a\":{}}", "\"a\"", "1", "[]"] {
            #expect(try JSONTree(Array(text.utf8), behind: behind).json(of: 0, .compact) == text)
        }
    }

    @Test func whatIsTooDeepSaysSo() {
        #expect(throws: RowFault.tooDeep) {
            try JSONTree(String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000))
        }
    }

    @Test(arguments: [
        "", " ", "nul", "{", "[1", "[1,]", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "{}{}", "{} x", "[\"a\"x]", "[01]", "[1.]", "[.5]",
        "[+1]", "[1e]", "\"a\" \"b\"", "\"a\"\"b\"", "[\"a\nb\"]", "]", "{a:1}", "[[[}}}", "[tru]", "[truee]", "{1:1}", "NaN",
    ])
    func whatIsNoJSONSaysSo(text: String) {
        #expect(throws: RowFault.notJSON) { try JSONTree(text) }
    }

    @Test(arguments: ["1", "-0.5E-3", "\"x\"", "null", "true", "false", "[]", "{}"])
    func everyKindStandsAlone(text: String) throws {
        #expect(try JSONTree(" \(text)\n").json(of: 0, .compact) == text)
    }

    @Test func aPreviewEndsSoon() throws {
        let tree = try JSONTree("[" + (0..<10_000).map { "\($0)" }.joined(separator: ",") + "]")
        #expect(tree.json(of: 0, .compact, limit: 10) == "[0,1,2,3,4")
        #expect(tree.text(of: 0, limit: 4) == "[0,1")
        let long = String(repeating: "x", count: 1 << 20)
        #expect(try JSONTree("{\"\(long)\":\"\(long)\"}").json(of: 0, .compact, limit: 160).utf8.count < 10_000)
    }

    @Test(arguments: [3, 4, 1_000, -1, .max, .min])
    func numberThatTheTreeDoesNotHaveNamesNothing(id: Int) throws {
        let tree = try JSONTree(#"{"a":"b","c":1}"#)
        #expect(tree.kind(of: id) == .null)
        #expect(tree.parent(of: id) == nil)
        #expect(tree.childCount(of: id) == 0)
        #expect(Array(tree.children(of: id)).isEmpty)
        #expect(tree.next(after: id) == tree.count)
        #expect(tree.name(of: id) == nil)
        #expect(tree.member("a", of: id) == nil)
        #expect(tree.depth(of: id) == 0)
        #expect(tree.text(of: id).isEmpty)
        #expect(tree.source(of: id).isEmpty)
        #expect(tree.json(of: id, .pretty).isEmpty)
        #expect(tree.path(of: id) == "$")
        #expect(tree.position(of: id, in: id) == 0)
        #expect(!tree.matches(id, "a"))
        #expect(tree.match("b", after: id) == 1)
        #expect(tree.match("b", before: id) == 1)
    }
}
