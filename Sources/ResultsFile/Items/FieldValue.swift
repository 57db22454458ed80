/// The value of a field of an item's output.
package enum FieldValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as written in the file.
    case number(String)
    /// The characters of a string; in a csv file, any field.
    case text(String)
    /// An array, by the number of its elements.
    case array(count: Int)
    /// An object, by the number of its members.
    case object(count: Int)
}

extension FieldValue {
    /// Reads a value.
    ///
    /// - Parameter limit: the most bytes kept of a string or a number.
    init(_ id: Int, in json: JSONNodes, limit: Int) {
        let text = { Excerpt.text(id, in: json, limit: limit) ?? "" }
        switch json.kind(id) {
        case .null: self = .null
        case .false: self = .bool(false)
        case .true: self = .bool(true)
        case .number: self = .number(text())
        case .string: self = .text(text())
        case .array: self = .array(count: json.count(id))
        case .object: self = .object(count: json.count(id))
        }
    }
}
