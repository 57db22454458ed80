import Intuned
import Testing

struct JSONValueTests {
    @Test(arguments: [
        ("0", "0"), ("-7", "-7"), ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"), ("18446744073709551616", "18446744073709551616"),
        ("123456789012345678901234567890", "123456789012345678901234567890"), ("0.1", "0.1"), ("-2.50", "-2.5"),
        ("1.5e200", "1.5e+200"),
    ])
    func numbersKeepTheirDigits(json: String, digits: String) throws {
        #expect(try decode("[\(json)]") == JSONValue.array([.number(digits)]))
    }

    @Test func aNumberThatCannotBeRepresentedLeavesAMark() throws {
        #expect(try decode("[1e400, 1]") == JSONValue.array([.string("\u{FFFD}"), .number("1")]))
    }

    @Test func allKindsOfValuesAreRead() throws {
        let value: JSONValue = try decode(#"{"b": [true, false, null, "t", {}], "a": {"c": []}}"#)
        #expect(
            value
                == .object([
                    .init(name: "a", value: .object([.init(name: "c", value: .array([]))])),
                    .init(name: "b", value: .array([.bool(true), .bool(false), .null, .string("t"), .object([])])),
                ]))
    }

    @Test func ofMembersWithTheSameNameTheFirstCounts() throws {
        #expect(try decode(#"{"a": 1, "a": 2}"#) == JSONValue.object([.init(name: "a", value: .number("1"))]))
        #expect(try decode(#"{"id": "r", "status": "PENDING", "id": "s"}"#) == JobRun(id: "r", status: .known(.pending)))
    }

    @Test func itIsWrittenIndentedWithSecretsAsDots() {
        let value = JSONValue.object([
            .init(name: "empty", value: .array([])), .init(name: "key", value: .secret(Secret("topsecret"))),
            .init(name: "list", value: .array([.number("1"), .object([.init(name: "n", value: .null)]), .bool(true)])),
            .init(name: "none", value: .object([])), .init(name: "text", value: .string("a\"b\\c\n\u{1B}é")),
        ])
        #expect(
            value.indented() == [
                "{", "  \"empty\": [],", "  \"key\": \"••••••••\",", "  \"list\": [", "    1,", "    {", "      \"n\": null",
                "    },", "    true", "  ],", "  \"none\": {},", #"  "text": "a\"b\\c\n\u001bé""#, "}",
            ])
        #expect(JSONValue.string("alone").indented() == ["\"alone\""])
    }

    @Test func aDeepValueIsIndentedNoFurtherThanAScreenIsWide() throws {
        let value: JSONValue = try decode(String(repeating: "[", count: 400) + "1" + String(repeating: "]", count: 400))
        let lines = value.indented()
        #expect(lines.count == 801)
        #expect(lines.allSatisfy { $0.utf8.count <= 61 })
        #expect(lines[30] == String(repeating: " ", count: 60) + "[")
    }

    @Test func whatIsWrittenIsJSONAgain() throws {
        let value: JSONValue = try decode(#"{"a": [1, {"b": "\u0000\u001f\" \\ \/ \ud83d\ude00"}], "c": null}"#)
        #expect(try decode(value.indented().joined(separator: "\n")) == value)
    }
}
