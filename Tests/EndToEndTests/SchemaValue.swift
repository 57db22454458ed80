import Foundation

/// Any JSON, with whole numbers told from others.
enum SchemaValue: Decodable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([SchemaValue])
    case object([String: SchemaValue])

    init(_ text: String) throws { self = try JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? value.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let elements = try? value.decode([SchemaValue].self) {
            self = .array(elements)
        } else {
            self = .object(try value.decode([String: SchemaValue].self))
        }
    }

    /// The member of an object.
    subscript(name: String) -> SchemaValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The text of a string.
    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The elements of a list.
    var elements: [SchemaValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The names of its type in JSON Schema: a whole number is also a number.
    var types: [String] {
        switch self {
        case .null: ["null"]
        case .bool: ["boolean"]
        case .integer: ["integer", "number"]
        case .number(let number): number.rounded() == number ? ["integer", "number"] : ["number"]
        case .string: ["string"]
        case .array: ["array"]
        case .object: ["object"]
        }
    }
}
