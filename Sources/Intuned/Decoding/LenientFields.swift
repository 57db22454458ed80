/// Reads fields leniently, since the platform's JSON has many sources: null and a wrong type mean absent, and both spellings
/// work.
///
/// Every method takes the names that a field may have and reads the first one with a value.
extension KeyedDecodingContainer<FieldName> {
    /// The identifier that an object must have: a nonempty text.
    func identifier(_ name: FieldName) throws -> String {
        let id = try decode(String.self, forKey: name)
        guard !id.isEmpty else {
            throw DecodingError.dataCorruptedError(forKey: name, in: self, debugDescription: "An identifier is never empty.")
        }
        guard id.utf8.count <= 16_384 else {
            throw DecodingError.dataCorruptedError(
                forKey: name, in: self, debugDescription: "An identifier of \(id.utf8.count) bytes names nothing.")
        }
        return id
    }

    /// A value of any model.
    func lenient<Value: Decodable>(_ names: FieldName...) -> Value? { first(names) }

    /// Text; numbers and truth values count as the text that spells them.
    func text(_ names: FieldName...) -> String? {
        let scalar: Scalar? = first(names)
        return scalar?.text
    }

    /// Text for people, with dots in place of secrets in URLs.
    func words(_ names: FieldName...) -> String? {
        let scalar: Scalar? = first(names)
        return scalar?.words
    }

    /// A finite number, also if written as text.
    func number(_ names: FieldName...) -> Double? {
        let figure: Figure? = first(names)
        return figure?.number
    }

    /// A count: not negative, and without its fraction.
    ///
    /// Above 2^53 the platform's own numbers are inexact, so no such number can be a count.
    func count(_ names: FieldName...) -> Int? {
        let figure: Figure? = first(names)
        guard let number = figure?.number, (0...0x1p53).contains(number) else { return nil }
        return Int(number)
    }

    /// A truth value, also if written as text.
    func flag(_ names: FieldName...) -> Bool? {
        let scalar: Scalar? = first(names)
        return scalar.flatMap { Bool($0.text) }
    }

    /// Text that must not be printed.
    func secret(_ names: FieldName...) -> Secret? {
        let scalar: Scalar? = first(names)
        return scalar.map { Secret($0.text) }
    }

    /// A URL whose user, password and query must not be printed.
    func secretURL(_ names: FieldName...) -> Secret? {
        let scalar: Scalar? = first(names)
        return scalar.map { .url($0.text) }
    }

    /// A point in time; empty text and the year 1, which is Go's value for an unset time, mean absent.
    func time(_ names: FieldName...) -> Timestamp? {
        let scalar: Scalar? = first(names)
        return scalar.flatMap { $0.text.isEmpty || $0.text.hasPrefix("0001-01-01") ? nil : Timestamp($0.text) }
    }

    /// The readable elements of a list; nil if the field is absent or null, so that the default applies.
    func list<Element: Decodable & Sendable>(_ names: FieldName...) -> [Element]? {
        let rows: Rows<Element>? = first(names)
        return rows?.values
    }

    /// Any JSON, with every secret in it hidden, recognized by name or by form.
    func json(_ names: FieldName...) -> JSONValue? {
        let value: JSONValue? = first(names)
        return value.map { Redaction.redacted($0) }
    }

    private func first<Value: Decodable>(_ names: [FieldName]) -> Value? {
        names.lazy.compactMap { try? decodeIfPresent(Value.self, forKey: $0) }.first
    }
}
