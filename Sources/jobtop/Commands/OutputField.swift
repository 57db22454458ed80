import Intuned
import TextScreen

/// One named datum of a kind of record: in JSON, in a column, in the schema and in the documents.
struct OutputField<Row>: Sendable {
    /// The name, in JSON and for `--fields`; where a filter can ask for the datum, it has the same name there.
    let name: String
    /// What it holds.
    let kind: OutputKind
    /// What it means, as a sentence for the documents; it names the unit.
    let meaning: String
    /// The datum of a row; `.null` where it is unknown.
    let value: @Sendable (Row) -> JSONValue
    /// The role of its text for people.
    var role: (@Sendable (Row) -> Role)?

    /// Creates a field.
    init(
        _ name: String, _ kind: OutputKind, _ meaning: String, role: (@Sendable (Row) -> Role)? = nil,
        _ value: @escaping @Sendable (Row) -> JSONValue
    ) {
        (self.name, self.kind, self.meaning, self.role, self.value) = (name, kind, meaning, role, value)
    }
}

/// What a field holds: its type in JSON, and how people read it.
enum OutputKind: Hashable, Sendable {
    /// Text.
    case text
    /// Text that is copied, such as an id: it is never shortened.
    case id
    /// A whole number.
    case count
    /// A number with a fraction.
    case number
    /// Seconds.
    case seconds
    /// A part of a whole, in percent.
    case percent
    /// A number of bytes.
    case bytes
    /// Yes or no.
    case flag
    /// A point in time: in JSON in UTC (RFC 3339), for people in local time.
    case time
    /// A list of texts.
    case texts
    /// Any JSON.
    case any
}
