/// How much of each id tells those of a list apart: ids are opaque, so what they begin with may be the same in all of them.
package struct ShortIDs: Hashable, Sendable {
    /// Characters that are shown at the least.
    private static let least = 8
    /// Characters up to which the beginning is shown; of longer ones, what they all begin with is left out.
    private static let longestBeginning = 12
    /// Characters that are shown at the most.
    package static let most = 20

    /// Characters from the beginning that tell all ids apart.
    private var needed = least
    /// Characters that all ids begin with; nil while there is none.
    private var common: Int?
    private var first = ""
    private var beginnings: [Substring: String] = [:]

    /// Creates what tells no ids apart.
    package init() {}

    /// Takes an id in; an id that is in already changes nothing.
    mutating func add(_ id: String) {
        if common == nil { first = id }
        common = min(common ?? .max, Self.shared(id, first))
        let other = beginnings.updateValue(id, forKey: id.prefix(needed))
        guard let other, other != id else { return }
        needed = Self.shared(id, other) + 1
        let ids = Array(beginnings.values) + [other]
        beginnings = [:]
        for id in ids { add(id) }
    }

    /// As much of an id as tells it apart, in at most `most` characters: its beginning, or what comes after what all begin with.
    package func short(_ id: String, ellipsis: Character) -> String {
        guard let start else { return String(id.prefix(needed)) }
        // They may differ late, after parts that only some of them share.
        return "\(ellipsis)\(id.prefix(needed).dropFirst(start).suffix(Self.most - 1))"
    }

    /// Columns that the short ids take at the most, as far as each character takes one.
    package var width: Int {
        start.map { min(Self.most, needed - $0 + 1) } ?? needed
    }

    /// Characters that are left out at the beginning; nil where the beginning is shown.
    private var start: Int? {
        guard needed > Self.longestBeginning, let common, common > 1 else { return nil }
        return min(common - 1, needed - Self.least)
    }

    private static func shared(_ one: String, _ other: String) -> Int {
        zip(one, other).prefix { $0 == $1 }.count
    }
}
