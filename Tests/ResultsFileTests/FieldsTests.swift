import Testing

@testable import ResultsFile

/// The fields of outputs, as values.
@Suite struct FieldsTests {
    private let folder = Folder()

    struct Case: CustomTestStringConvertible, Sendable {
        var output: String
        var elements: Int?
        var fields: [ItemField]

        init(_ output: String, elements: Int? = nil, _ fields: KeyValuePairs<String, FieldValue>) {
            (self.output, self.elements) = (output, elements)
            self.fields = fields.map { ItemField($0.key, $0.value) }
        }

        var testDescription: String { output }
    }

    private func fields(_ output: String) async throws -> ItemFields {
        let (file, _) = try await folder.index(Lines.ok(output: output) + "\n")
        return try #require(try file.rows(in: 0..<1).first).outputFields
    }

    @Test(arguments: [
        Case(
            #"{"title":"Lamp","price":19.90,"inStock":true,"sold":false,"eta":null}"#,
            [
                "title": .text("Lamp"), "price": .number("19.90"), "inStock": .bool(true), "sold": .bool(false), "eta": .null,
            ]),
        Case(
            #"{"big":123456789012345678901234567890,"e":-1E+400}"#,
            [
                "big": .number("123456789012345678901234567890"), "e": .number("-1E+400"),
            ]),
        Case(
            #"{"images":["a","b","c"],"none":[],"empty":{}}"#,
            [
                "images": .array(count: 3), "none": .array(count: 0), "empty": .object(count: 0),
            ]),
        Case(
            #"{"seller":{"id":7,"at":{"city":"Köln"}},"x":1}"#,
            [
                "seller.id": .number("7"), "seller.at": .object(count: 1), "x": .number("1"),
            ]),
        Case(
            #"[{"title":"A","by":{"name":"B"}},{"title":"C"}]"#, elements: 2,
            [
                "[0].title": .text("A"), "[0].by.name": .text("B"),
            ]),
        Case(#"{"a":1,"a":2,"b":{"c":3},"b.c":4}"#, ["a": .number("1"), "b.c": .number("3")]),
        Case(#"{"":1,"a\nb\u001b[31m":"c\td"}"#, ["": .number("1"), "a\nb\u{1B}[31m": .text("c\td")]),
        Case(#"{"\ud800":1,"é\u0301":"\ud83d\ude00"}"#, ["\u{FFFD}": .number("1"), "é\u{301}": .text("\u{1F600}")]),
        Case(#""text""#, [:]), Case("17", [:]), Case("null", [:]), Case("[]", [:]), Case("[1,{}]", [:]), Case("{}", [:]),
        Case("[{}]", elements: 1, [:]),
    ])
    func fieldsOfAnOutputAreValues(example: Case) async throws {
        #expect(try await fields(example.output) == ItemFields(elements: example.elements, example.fields))
    }

    @Test func failedAndBrokenItemsHaveNoFields() async throws {
        let (file, _) = try await folder.index("\(Lines.failed())\n\(Lines.canceled())\n{\"broken\n")
        #expect(try file.rows(in: 0..<3).map(\.outputFields) == [ItemFields(), ItemFields(), ItemFields()])
    }

    @Test func outputInTheOlderShapeHasFields() async throws {
        let line = #"{"apiInfo":{"name":"a","result":{"status":"completed","result":{"price":1},"statusCode":200}}}"#
        let (file, _) = try await folder.index(line + "\n")
        #expect(try file.rows(in: 0..<1).map(\.outputFields) == [ItemFields([ItemField("price", .number("1"))])])
    }

    @Test func columnsOfACSVFileAreFieldsExceptThoseShownElsewhere() async throws {
        let (file, _) = try await folder.index("api,title,price,note\nprices,Lamp,19.90,\nprices,Chair,5,\"a, b\"\n")
        let rows = try file.rows(in: 0..<2)
        #expect(rows.map(\.apiName) == ["prices", "prices"])
        #expect(rows.map { $0.outputFields.fields.map(\.name) } == [["title", "price", "note"], ["title", "price", "note"]])
        #expect(rows[1].outputFields["note"] == .text("a, b"))
        #expect(rows[1].outputFields["api"] == nil)
    }

    @Test func plainObjectsAreTheirOwnOutput() async throws {
        let (file, _) = try await folder.index(
            "{\"title\":\"Lamp\",\"price\":2}\n{\"output\":{\"a\":1},\"other\":2}\n[1]\n\"x\"\n")
        let rows = try file.rows(in: 0..<4)
        #expect(rows.map { $0.outputFields.fields.map(\.name) } == [["title", "price"], ["a"], [], []])
    }

    @Test func tenThousandMembersGiveSixtyFourFields() async throws {
        let members = (0..<10_000).map { "\"key\($0)\":{\"x\":\($0)}" }.joined(separator: ",")
        let fields = try await fields("{\(members)}").fields
        #expect(fields.count == ItemFields.most)
        #expect(fields.last == ItemField("key63.x", .number("63")))
    }

    @Test func repeatedNameIsNotExaminedWithoutEnd() async throws {
        let members = (0..<50_000).map { "\"a\":\($0)" }.joined(separator: ",")
        #expect(try await fields("{\(members),\"b\":1}").fields == [ItemField("a", .number("0"))])
    }

    @Test func longNamesAndValuesAreCutBetweenCharacters() async throws {
        let (name, escaped) = (String(repeating: "é", count: 5_000), String(repeating: #"\u00e9"#, count: 5_000))
        let digits = String(repeating: "9", count: 5_000)
        for key in [name, escaped] {
            let fields = try await fields(#"{"\#(key)":"\#(key)","n":\#(digits)}"#).fields
            #expect(fields.map(\.name.utf8.count).allSatisfy { $0 <= ItemFields.longestName + 3 })
            #expect(fields[0].name.hasSuffix("é…"))
            guard case .text(let text) = fields[0].value, case .number(let number) = fields[1].value else {
                Issue.record("unexpected \(fields)")
                return
            }
            #expect(text.hasSuffix("é…") && text.utf8.count <= ItemFields.longestValue + 3)
            #expect(number == String(digits.prefix(ItemFields.longestValue)) + "…")
        }
    }

    @Test func deepNestingIsANote() async throws {
        let deep = String(repeating: #"{"a":"#, count: 5_000) + "1" + String(repeating: "}", count: 5_000)
        #expect(try await fields(deep).fields == [ItemField("a.a", .object(count: 1))])
        let arrays = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
        #expect(try await fields(#"{"a":\#(arrays)}"#).fields == [ItemField("a", .array(count: 1))])
    }
}
