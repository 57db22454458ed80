/// The name of a field in the platform's JSON, in the platform's spelling.
///
/// The spelling is mixed (`start_time`, `maximumAttempts`), so each name is written out and none is derived.
struct FieldName: CodingKey, Hashable, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringLiteral name: String) { stringValue = name }

    init?(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}
