import Dashboard
import Insight
import Intuned
import Query

/// A field of the configuration with which a run was started, as `jobtop config` prints it.
struct ConfigFieldRecord: KnownRow {
    /// The field; beside that of another run if one was asked for.
    let change: ConfigurationChange
    let known: KnownTime

    static let kind = RecordKind<ConfigFieldRecord>(
        known: "field", "fields",
        [
            OutputField("path", .id, "Where the field is, such as configuration.requestTimeout.") { .text($0.change.path) },
            OutputField("value", .any, "What it holds; dots in place of a secret.") { $0.change.after ?? .null },
        ],
        columns: ["path", "value"])

    /// The same beside another run.
    static let difference = RecordKind<ConfigFieldRecord>(
        known: "difference", "differences",
        [
            OutputField("path", .id, "Where the field is, such as configuration.requestTimeout.") { .text($0.change.path) },
            OutputField("before", .any, "What it holds in the run after --diff; null if it is absent there.") {
                $0.change.before ?? .null
            },
            OutputField("after", .any, "What it holds in the run; null if it is absent there.") { $0.change.after ?? .null },
            OutputField("secret", .flag, "Whether it is a secret, so that only the fact of a change is printed.") {
                .bool($0.change.isSecret)
            },
        ],
        columns: ["path", "before", "after"])

    /// What a filter may ask for.
    static let fields: [QueryField<ConfigFieldRecord>] = [
        QueryField("path", .text) { .texts([$0.change.path]) },
        QueryField("value", .any) { text($0.change.after) },
        QueryField("before", .any) { text($0.change.before) },
        QueryField("after", .any) { text($0.change.after) },
    ]

    /// The texts that words of a filter look into.
    var searchable: [String] { [change.path, CellText.raw(change.before ?? .null), CellText.raw(change.after ?? .null)] }

    private static func text(_ value: JSONValue?) -> QueryValue { value.map { .texts([CellText.raw($0)]) } ?? .none }
}
