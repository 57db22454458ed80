import Dashboard

/// A kind of record that commands print: its fields, and how a filter finds it.
///
/// To add a kind, write a table like `RunRecord.kind` and name it in `RecordKinds.all`: the output, the schema and the documents
/// are made from it.
struct RecordKind<Row>: Sendable {
    /// What one record is called, such as `run`.
    let name: String
    /// What several are called, such as `runs`: the name of the list in a JSON document.
    let plural: String
    /// All fields, in the order of JSON.
    let fields: [OutputField<Row>]
    /// The names of the fields that are printed as columns if `--fields` names none.
    let columns: [String]
    /// What a JSON document says of the list as a whole, besides the records.
    var facts: [ListFact] = []
    /// Finds fields that depend on the data, such as those of an item's output.
    var further: (@Sendable (String) -> OutputField<Row>?)?

    /// The field with a name.
    func field(_ name: String) -> OutputField<Row>? { fields.first { $0.name == name } ?? further?(name) }

    /// The fields to print.
    func chosen(_ settings: OutputSettings) throws(CommandFailure) -> [OutputField<Row>] {
        guard let names = settings.fields else {
            return settings.format.isJSON ? fields : columns.compactMap { field($0) }
        }
        var chosen: [OutputField<Row>] = []
        for name in names {
            guard let field = field(name) else {
                let known = (fields.map(\.name) + (further == nil ? [] : ["output.NAME"])).joined(separator: ", ")
                throw .usage("--fields: unknown field \(name.isEmpty ? "without a name" : name). Fields of \(plural): \(known).")
            }
            chosen.append(field)
        }
        return chosen
    }
}

/// A number about a list as a whole, in a JSON document.
struct ListFact: Hashable, Sendable {
    let name: String
    /// What it means, as a sentence for the documents.
    let meaning: String

    /// Jobs of which too little is known.
    static let unknown = ListFact(
        name: "unknown", meaning: "The jobs whose runs are not known, because the answer failed or is not usable.")

    /// Rows of the platform's answers that are missing in the list.
    static let unreadable = ListFact(name: "unreadable", meaning: "The rows of the answers that could not be read.")
}

extension RecordKind where Row: KnownRow {
    /// Creates a kind whose rows say when they were known; the fields for that come last.
    init(known name: String, _ plural: String, _ fields: [OutputField<Row>], columns: [String], facts: [ListFact] = []) {
        self.init(
            name: name, plural: plural,
            fields: fields + [
                OutputField("knownAt", .time, "When the answer with this data arrived, by this machine's clock.") {
                    .time($0.known.arrived.wall)
                },
                OutputField("knownAge", .seconds, "Seconds since that answer arrived.") { .decimal($0.known.age()) },
            ], columns: columns, facts: facts)
    }
}
