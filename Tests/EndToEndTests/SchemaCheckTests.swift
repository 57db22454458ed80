import Testing

/// The check of JSON against a schema finds what is wrong; else a test with it would prove nothing.
struct SchemaCheckTests {
    private static let schema = """
        {"$defs": {"row": {"type": "object", "properties": {
            "id": {"type": ["string", "null"]}, "n": {"type": "integer"}, "x": {"type": "number"},
            "at": {"type": "string", "format": "date-time"}, "tags": {"type": "array", "items": {"type": "string"}},
            "s": {"enum": [1, 2]}, "any": {}},
          "patternProperties": {"^output\\\\.": true}, "required": ["id"], "additionalProperties": false},
         "rows": {"type": "array", "items": {"$ref": "#/$defs/row"}}}}
        """

    private func problems(_ text: String, as name: String = "row") throws -> [String] {
        try SchemaCheck(schema: SchemaValue(Self.schema)).problems(SchemaValue(text), as: name)
    }

    @Test func validJSONHasNoProblems() throws {
        let row = """
            {"id": null, "n": 3, "x": 2, "at": "2026-11-28T12:00:00.5Z", "tags": ["a"], "s": 1, "any": {"b": [true]},
             "output.title": 1}
            """
        #expect(try problems(row) == [])
        #expect(try problems("[\(row)]", as: "rows") == [])
    }

    @Test(arguments: [
        (#"{"n": 1}"#, ["$.id is missing"]), (#"{"id": 1}"#, ["$.id is integer, not [\"string\", \"null\"]"]),
        (#"{"id": "", "n": 1.5}"#, ["$.n is number, not [\"integer\"]"]),
        (#"{"id": "", "n": true}"#, ["$.n is boolean, not [\"integer\"]"]),
        (#"{"id": "", "at": "yesterday"}"#, ["$.at is not a time: yesterday"]),
        (#"{"id": "", "tags": ["a", 1]}"#, ["$.tags[1] is integer, not [\"string\"]"]),
        (#"{"id": "", "s": 3}"#, ["$.s is none of [EndToEndTests.SchemaValue.integer(1), EndToEndTests.SchemaValue.integer(2)]"]),
        (#"{"id": "", "more": 1}"#, ["$.more is not in the schema"]), ("[]", ["$ is array, not [\"object\"]"]),
    ]) func wrongJSONHasAProblem(text: String, expected: [String]) throws {
        #expect(try problems(text) == expected)
    }

    @Test func problemInsideAListIsFound() throws {
        #expect(try problems(#"[{"id": ""}, {}]"#, as: "rows") == ["$[1].id is missing"])
    }

    @Test func unknownKeywordIsAMistake() throws {
        let check = SchemaCheck(schema: try SchemaValue(#"{"$defs": {"row": {"maxLength": 3}}}"#))
        #expect(throws: SchemaCheck.BadSchema(what: "maxLength")) { try check.problems(.string("four"), as: "row") }
        #expect(throws: SchemaCheck.BadSchema(what: "#/$defs/none")) { try check.problems(.null, as: "none") }
    }
}
