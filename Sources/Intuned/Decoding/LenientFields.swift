/// Reading fields as the platform's many sources allow: null is absence, both spellings count, and what has another type is absent too.
///
/// Every method takes the names under which a field may come and reads the first that holds something.
extension KeyedDecodingContainer<FieldName> {
    /// The identifier that an object cannot be without: text that is not empty.
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

    /// Text; numbers and truth values count as the text that they are written as.
    func text(_ names: FieldName...) -> String? {
        let scalar: Scalar? = first(names)
        return scalar?.text
    }

    /// Text for people, with dots for what is secret in URLs within it.
    func words(_ names: FieldName...) -> String? {
        let scalar: Scalar? = first(names)
        return scalar?.words
    }

    /// A finite number, also one written as text.
    func number(_ names: FieldName...) -> Double? {
        let scalar: Scalar? = first(names)
        return scalar?.number
    }

    /// How many there are of something: not negative, and without its fraction.
    ///
    /// Beyond 2^53 the platform's own numbers are no longer exact, so nothing there can be a count.
    func count(_ names: FieldName...) -> Int? {
        let scalar: Scalar? = first(names)
        guard let number = scalar?.number, (0...0x1p53).contains(number) else { return nil }
        return Int(number)
    }

    /// A truth value, also one written as text.
    func flag(_ names: FieldName...) -> Bool? {
        let scalar: Scalar? = first(names)
        return scalar.flatMap { Bool($0.text) }
    }

    /// Text that must not be printed.
    func secret(_ names: FieldName...) -> Secret? {
        let scalar: Scalar? = first(names)
        return scalar.map { Secret($0.text) }
    }

    /// A URL of which user, password and query must not be printed.
    func secretURL(_ names: FieldName...) -> Secret? {
        let scalar: Scalar? = first(names)
        return scalar.map { .url($0.text) }
    }

    /// A point in time; empty text and the year 1, in which Go writes a time that was never set, are absence.
    func time(_ names: FieldName...) -> Timestamp? {
        let scalar: Scalar? = first(names)
        return scalar.flatMap { $0.text.isEmpty || $0.text.hasPrefix("0001-01-01") ? nil : Timestamp($0.text) }
    }

    /// The elements of a list that can be read; nil where the field is absent, or null and so left to its default.
    func list<Element: Decodable & Sendable>(_ names: FieldName...) -> [Element]? {
        let rows: Rows<Element>? = first(names)
        return rows?.values
    }

    /// Any JSON, with everything in it that looks or is named like a secret hidden.
    func json(_ names: FieldName...) -> JSONValue? {
        let value: JSONValue? = first(names)
        return value.map { Redaction.redacted($0) }
    }

    private func first<Value: Decodable>(_ names: [FieldName]) -> Value? {
        names.lazy.compactMap { try? decodeIfPresent(Value.self, forKey: $0) }.first
    }
}
