/// A JSON text to be written: ordered members, exact numbers, and a case for deliberately invalid text.
enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])
    /// Text that is sent unmodified: numbers beyond Int64, unpaired surrogates, anything a writer would not write.
    case raw(String)

    /// A name and its value, in the order of writing.
    struct Member: Sendable, Equatable {
        var key: String
        var value: JSON
    }

    /// The string, or null if there is none.
    static func text(_ value: String?) -> JSON {
        value.map(JSON.string) ?? .null
    }

    /// This object with members replaced, added, or (if the new value is nil) removed.
    func overlaid(with changes: [(key: String, value: JSON?)]) -> JSON {
        guard case .object(var members) = self else { return self }
        for change in changes {
            let place = members.firstIndex { $0.key == change.key }
            switch (place, change.value) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key: change.key, value: value))
            case (nil, nil): break
            }
        }
        return .object(members)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .int(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member(key: $0.0, value: $0.1) }) }
}
