package import FoundationEssentials

/// A named field of rows, which queries, sorting and completion share.
package struct QueryField<Row>: Sendable {
    /// The name that is typed.
    package var name: String
    /// What the field holds.
    package var kind: FieldKind
    /// What a row holds there.
    package var value: @Sendable (Row) -> QueryValue

    /// Creates a field.
    package init(_ name: String, _ kind: FieldKind, _ value: @escaping @Sendable (Row) -> QueryValue) {
        (self.name, self.kind, self.value) = (name, kind, value)
    }
}

/// What a field holds, and so what can be asked of it.
package enum FieldKind: Hashable, Sendable {
    /// Words, which are contained or not.
    case text
    /// How many.
    case number
    /// The part of a whole, in percent.
    case share
    /// How long, in seconds or as a multiple of what is usual.
    case duration
    /// A point in time.
    case time
    /// Text or number, as it comes.
    case any
}

/// What a row holds in a field.
package enum QueryValue: Hashable, Sendable {
    /// Nothing is known: no condition holds.
    case none
    /// Texts, any of which may meet the condition.
    case texts([String])
    /// A number, a share in percent, or seconds, with what is usual where that is known.
    case number(Double, usual: Double? = nil)
    /// A point in time.
    case time(Date)

    /// One text, if there is one.
    package static func text(_ text: String?) -> QueryValue { text.map { .texts([$0]) } ?? .none }

    /// A count, if there is one.
    package static func count(_ count: Int?) -> QueryValue { count.map { .number(Double($0)) } ?? .none }

    /// A number, if there is one.
    package static func amount(_ number: Double?) -> QueryValue { number.map { .number($0) } ?? .none }

    /// A point in time, if there is one.
    package static func at(_ date: Date?) -> QueryValue { date.map { .time($0) } ?? .none }
}

/// The names that a query may use.
package struct FieldNames: Hashable, Sendable {
    /// The kinds of the fields by their names.
    package var kinds: [String: FieldKind]
    /// Whether any other name is a field too, which holds what it holds.
    package var isOpen: Bool

    /// Creates the names of fields.
    package init(_ kinds: [String: FieldKind], isOpen: Bool = false) {
        (self.kinds, self.isOpen) = (kinds, isOpen)
    }

    /// Creates the names of the fields of rows.
    package init<Row>(of fields: [QueryField<Row>], isOpen: Bool = false) {
        self.init(Dictionary(fields.map { ($0.name, $0.kind) }) { first, _ in first }, isOpen: isOpen)
    }

    /// The kind of a field; nil when there is none with this name.
    func kind(of name: String) -> FieldKind? { kinds[name] ?? (isOpen ? .any : nil) }

    /// The name that was probably meant.
    func nearest(to name: String) -> String? {
        kinds.keys.sorted().min { Self.distance(name, $0) < Self.distance(name, $1) }
            .flatMap { Self.distance(name, $0) <= max(1, name.count / 3) || $0.hasPrefix(name) ? $0 : nil }
    }

    /// How many letters differ (Levenshtein); letters in another order count least.
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.prefix(32)), Array(other))
        if one.sorted() == other.sorted() { return 1 }
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var corner = row[0]
            row[0] = index + 1
            for place in other.indices {
                let next = min(row[place] + 1, row[place + 1] + 1, corner + (letter == other[place] ? 0 : 1))
                corner = row[place + 1]
                row[place + 1] = next
            }
        }
        return row[other.count]
    }
}
