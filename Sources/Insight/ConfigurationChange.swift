package import Intuned

/// A field of a configuration that differs between two runs.
package struct ConfigurationChange: Hashable, Sendable {
    /// Where it stands, such as `configuration.requestTimeout` or `sink.apisToSend`.
    package var path: String
    /// What it was; nil when the field is new.
    package var before: JSONValue?
    /// What it is; nil when the field is gone.
    package var after: JSONValue?

    /// Creates a change.
    package init(path: String, before: JSONValue?, after: JSONValue?) {
        (self.path, self.before, self.after) = (path, before, after)
    }

    /// Whether a secret is in it, of which no more is to be said than that it changed.
    package var isSecret: Bool { (before?.holdsSecret ?? false) || (after?.holdsSecret ?? false) }

    /// Compares two configurations field by field, in the order of their fields.
    ///
    /// A list is compared by what it holds: the order of its elements is no change.
    package static func between(_ before: ConfigurationSnapshot, _ after: ConfigurationSnapshot) -> [ConfigurationChange] {
        var changes: [ConfigurationChange] = []
        compare(before.tree, after.tree, path: "", into: &changes)
        return changes
    }

    private static func compare(_ before: JSONValue, _ after: JSONValue, path: String, into changes: inout [ConfigurationChange])
    {
        guard before != after else { return }
        guard case .object(let old) = before, case .object(let new) = after else {
            if case .array(let old) = before, case .array(let new) = after, isSame(old, new) { return }
            changes.append(ConfigurationChange(path: path, before: before, after: after))
            return
        }
        let was = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
        let names = new.map(\.name) + old.map(\.name).filter { name in !new.contains { $0.name == name } }
        let now = Dictionary(new.map { ($0.name, $0.value) }) { first, _ in first }
        for name in names.sorted() {
            let place = path.isEmpty ? name : "\(path).\(name)"
            switch (was[name], now[name]) {
            case (let old?, let new?): compare(old, new, path: place, into: &changes)
            // A field that is absent and one that is null say the same.
            case (nil, .null?), (.null?, nil): break
            case (let old, let new): changes.append(ConfigurationChange(path: place, before: old, after: new))
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
