package import Intuned

/// A field of a configuration beside the same field of another run.
package struct ConfigurationChange: Hashable, Sendable {
    /// The names from the root to the field.
    package var parts: [String]
    /// What it was; nil when the field is new.
    package var before: JSONValue?
    /// What it is; nil when the field is gone.
    package var after: JSONValue?

    /// Creates a change.
    package init(parts: [String], before: JSONValue?, after: JSONValue?) {
        (self.parts, self.before, self.after) = (parts, before, after)
    }

    /// Where the field stands, such as `configuration.requestTimeout`.
    package var path: String { parts.joined(separator: ".") }

    /// Whether the two differ.
    package var isChanged: Bool { before != after }

    /// Whether it holds a secret, of which no more may be said than that it changed.
    package var isSecret: Bool { (before?.holdsSecret ?? false) || (after?.holdsSecret ?? false) }

    /// Returns the fields in which two configurations differ, in the order of their names.
    ///
    /// A list is compared by what it holds: the order of its elements is not a change. A field that is absent equals one that is null.
    package static func between(_ before: ConfigurationSnapshot, _ after: ConfigurationSnapshot) -> [ConfigurationChange] {
        fields(before, after).filter(\.isChanged)
    }

    /// Returns all fields of two configurations side by side, in the order of their names.
    package static func fields(_ before: ConfigurationSnapshot, _ after: ConfigurationSnapshot) -> [ConfigurationChange] {
        var fields: [ConfigurationChange] = []
        compare(before.tree, after.tree, at: [], into: &fields)
        return fields
    }

    private static func compare(
        _ before: JSONValue, _ after: JSONValue, at parts: [String], into fields: inout [ConfigurationChange]
    ) {
        guard case .object(let old) = before, case .object(let new) = after else {
            let isSame = if case .array(let old) = before, case .array(let new) = after { isSame(old, new) } else { false }
            fields.append(ConfigurationChange(parts: parts, before: isSame ? after : before, after: after))
            return
        }
        let was = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
        let now = Dictionary(new.map { ($0.name, $0.value) }) { first, _ in first }
        for name in Set(was.keys).union(now.keys).sorted() {
            switch (was[name], now[name]) {
            case (let old?, let new?): compare(old, new, at: parts + [name], into: &fields)
            case (nil, .null?), (.null?, nil): break
            case (let old, let new): fields.append(ConfigurationChange(parts: parts + [name], before: old, after: new))
            }
        }
    }

    /// Whether two lists hold the same elements, in whatever order.
    private static func isSame(_ one: [JSONValue], _ other: [JSONValue]) -> Bool {
        guard one.count == other.count else { return false }
        var counts: [JSONValue: Int] = [:]
        for value in one { counts[value, default: 0] += 1 }
        for value in other { counts[value, default: 0] -= 1 }
        return counts.values.allSatisfy { $0 == 0 }
    }
}

extension ConfigurationSnapshot {
    /// The value of a field; nil if there is none.
    package func value(at parts: [String]) -> JSONValue? {
        parts.reduce(Optional(tree)) { value, name in
            guard case .object(let members)? = value else { return nil }
            return members.first { $0.name == name }?.value
        }
    }
}

extension JSONValue {
    /// Whether a secret is anywhere in it.
    fileprivate var holdsSecret: Bool {
        switch self {
        case .secret: true
        case .null, .bool, .number, .string: false
        case .array(let values): values.contains(where: \.holdsSecret)
        case .object(let members): members.contains { $0.value.holdsSecret }
        }
    }
}
