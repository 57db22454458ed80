/// A header field that the platform sends to a webhook.
public struct Header: Hashable, Sendable {
    /// The field's name.
    public var name: String
    /// The field's value.
    public var value: Secret

    /// Creates a header field.
    public init(name: String, value: Secret) {
        self.name = name
        self.value = value
    }
}

extension KeyedDecodingContainer<FieldName> {
    /// Header fields from an object with names and values, sorted by name.
    func headers(_ name: FieldName) -> [Header] {
        guard let fields = try? nestedContainer(keyedBy: FieldName.self, forKey: name) else { return [] }
        return fields.allKeys.sorted { $0.stringValue < $1.stringValue }.compactMap { name in
            fields.secret(name).map { Header(name: name.stringValue, value: $0) }
        }
    }
}
