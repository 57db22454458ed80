package import ResultsFile

/// The fields of an item's output in words.
extension Wording {
    /// A field's value in one line, without the secrets in its addresses.
    package static func text(_ value: FieldValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .text(""): "\"\""
        case .text(let text): shortAddress(withoutSecrets(oneLine(text)))
        case .array(let elements): count(elements, "item")
        case .object(count: 0): "{}"
        case .object: "{...}"
        }
    }

    /// The fields that are on the screen, if there are more.
    static func shownFields(_ shown: Range<Int>, of all: Int) -> String {
        shown.count == 1
            ? "field \(shown.lowerBound + 1) of \(all)" : "fields \(shown.lowerBound + 1)-\(shown.upperBound) of \(all)"
    }
}

extension FieldValue {
    /// Whether the value is a number, or text that is one, as in csv.
    var isNumber: Bool {
        switch self {
        case .number: true
        case .text(let text):
            text.utf8.count <= 32 && text.utf8.contains { (0x30...0x39).contains($0) }
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) } && Double(text) != nil
        case .null, .bool, .array, .object: false
        }
    }

    /// Whether the drawn text stands for the value and is not the value itself.
    var isNote: Bool {
        switch self {
        case .null, .text(""), .array, .object: true
        case .bool, .number, .text: false
        }
    }
}
