import Intuned
import Testing

@testable import jobtop

/// JSON that a terminal may show.
struct JSONLineTests {
    @Test func hiddenCharactersAreEscaped() {
        let text = "a\u{9B}31m\u{202E}b\u{2028}c\u{7F}d\u{E0001}e é 漢 \u{1F600}"
        #expect(
            JSONLine.text(.string(text))
                == "\"a\\u009b31m\\u202eb\\u2028c\\u007fd\\udb40\\udc01e é 漢 \u{1F600}\"")
    }

    @Test func nestedValuesAreOneLine() {
        let value = JSONValue.object([
            .init(name: "list", value: .array([.number("1"), .string("  x,"), .array([]), .object([])])),
            .init(name: "flag", value: .bool(true)), .init(name: "none", value: .null),
            .init(name: "key", value: .secret(Secret("k"))),
        ])
        #expect(
            JSONLine.text(value) == #"{"list": [1, "  x,", [], {}], "flag": true, "none": null, "key": "••••••••"}"#)
        #expect(JSONLine.text(value.revealed).hasSuffix(#""key": "k"}"#))
    }

    @Test(arguments: [
        (1.0, "1"), (0.1, "0.1"), (64.9213, "64.921"), (-3.0, "-3"), (1e6, "1000000"), (0.0004, "0"),
    ]) func decimalsAreShort(number: Double, text: String) {
        #expect(JSONValue.decimal(number) == .number(text))
    }

    @Test(arguments: [Double.nan, .infinity, 1e300]) func whatIsNoNumberIsNull(number: Double) {
        #expect(JSONValue.decimal(number) == .null)
    }
}
