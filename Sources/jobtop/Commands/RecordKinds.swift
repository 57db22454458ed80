import Intuned

/// All kinds of records that commands print, for the schema and the documents.
enum RecordKinds {
    /// Each kind once, in the order of the documents.
    static let all: [RecordDescription] = [
        RecordDescription(JobRecord.kind, of: "jobs"), RecordDescription(RunRecord.kind, of: "runs JOB"),
        RecordDescription(RunDetailRecord.kind, of: "run JOB RUN", isOnly: true),
        RecordDescription(ConfigFieldRecord.kind, of: "config JOB RUN"),
        RecordDescription(ConfigFieldRecord.difference, of: "config JOB RUN --diff RUN"),
        RecordDescription(ProblemRecord.kind, of: "problems"),
        RecordDescription(FetchedRecord.kind, of: "fetch JOB RUN", isOnly: true),
        RecordDescription(ResultsItemRecord.kind, of: "items FILE"),
        RecordDescription(CauseRecord.kind, of: "items FILE --failures"),
        // A line for each event, also with --json: a document would end only with the watch.
        RecordDescription(WatchRecord.kind, of: "watch JOB [RUN]", isOnly: true),
        RecordDescription(ActedRecord.kind, of: "trigger JOB (also terminate, pause, resume)", isOnly: true),
    ]
}

/// A kind of record without the type of its rows.
struct RecordDescription: Sendable {
    /// The command that prints it, with its arguments.
    let command: String
    let name: String
    let plural: String
    let fields: [Field]
    let facts: [ListFact]
    /// Whether a document holds one record and no list.
    let isOnly: Bool
    /// Whether there are further fields, named `output.NAME`.
    let hasFurther: Bool

    /// A field without its value.
    struct Field: Hashable, Sendable {
        let name: String
        let kind: OutputKind
        let meaning: String
        /// Whether it is a column if `--fields` names none.
        let isColumn: Bool
    }

    /// Describes a kind.
    init<Row>(_ kind: RecordKind<Row>, of command: String, isOnly: Bool = false) {
        (self.command, self.isOnly) = (command, isOnly)
        (name, plural, facts, hasFurther) = (kind.name, kind.plural, kind.facts, kind.further != nil)
        fields = kind.fields.map {
            Field(name: $0.name, kind: $0.kind, meaning: $0.meaning, isColumn: kind.columns.contains($0.name))
        }
    }
}
