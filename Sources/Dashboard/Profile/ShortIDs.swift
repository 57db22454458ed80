/// The part of each id that distinguishes it within a list: ids are opaque, so all of them may have the same beginning.
package struct ShortIDs: Hashable, Sendable {
    /// The fewest characters shown.
    private static let least = 8
    /// The longest beginning that is shown; longer ids are shown without their common beginning.
    private static let longestBeginning = 12
    /// The most characters shown.
    package static let most = 20

    /// Scalars from the beginning that distinguish all ids; an id is opaque, and its scalars are found faster than its characters.
    private var needed = least
    /// The length of the beginning that all ids share; nil without ids.
    private var common: Int?
    private var first = ""
    private var beginnings: [Substring: String] = [:]

    /// Creates short ids for an empty list.
    package init() {}

    /// Adds an id; a known id changes nothing.
    mutating func add(_ id: String) {
        if common == nil { first = id }
        common = min(common ?? .max, Self.shared(id, first))
        let other = beginnings.updateValue(id, forKey: Self.beginning(of: id, needed))
        guard let other, other != id else { return }
        needed = Self.shared(id, other) + 1
        let ids = Array(beginnings.values) + [other]
        beginnings = [:]
        for id in ids { add(id) }
    }

    /// The distinguishing part of an id, at most `most` characters: its beginning, or the part after the common beginning.
    package func short(_ id: String, ellipsis: Character) -> String {
        let beginning = Self.beginning(of: id, needed)
        guard let start else { return String(beginning) }
        // The ids may differ late, after parts that only some of them share.
        return "\(ellipsis)\(Substring(beginning.unicodeScalars.dropFirst(start).suffix(Self.most - 1)))"
    }

    /// The most columns that the short ids take, if each character takes one.
    package var width: Int {
        start.map { min(Self.most, needed - $0 + 1) } ?? needed
    }

    /// Characters left out at the beginning; nil if the beginning is shown.
    private var start: Int? {
        guard needed > Self.longestBeginning, let common, common > 1 else { return nil }
        return min(common - 1, needed - Self.least)
    }

    private static func beginning(of id: String, _ length: Int) -> Substring { Substring(id.unicodeScalars.prefix(length)) }

    private static func shared(_ one: String, _ other: String) -> Int {
        zip(one.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
    }
}
