import Insight
import Intuned

/// Two configurations side by side, in words.
extension Wording {
    /// What a run is compared with; its id follows.
    static func comparison(_ basis: DifferencePage.Basis) -> String {
        switch basis {
        case .previous: "compared with the previous run"
        case .lastGood: "compared with the last good run"
        case .marked: "compared with the marked run"
        }
    }

    /// How many fields differ.
    static func changedFields(_ fields: Int) -> String {
        fields == 0 ? ", no change" : ", \(count(fields, "changed field"))"
    }

    /// The failures of the job started with these fields.
    static let failuresStartedHere = ", failures started here"

    /// Both configurations are the same.
    static let noDifference = "No change. Press a to show all fields."

    /// There is no other run, or its configuration is not known.
    static func nothingToCompare(_ basis: DifferencePage.Basis) -> String {
        switch basis {
        case .previous: "No previous run is loaded. Tab compares with another run."
        case .lastGood: "No good run is loaded. Tab compares with another run."
        case .marked: "No run of this job is marked. Tab compares with another run."
        }
    }

    /// The labels of the two values.
    static let beforeAndAfter = ["before", "after"]

    /// What a field was.
    static func before(_ field: ConfigurationChange) -> String { value(field.before) }

    /// What a field is; of a secret no more than that it changed.
    static func after(_ field: ConfigurationChange) -> String {
        field.isSecret && field.isChanged && field.after != nil ? "changed: \(value(field.after))" : value(field.after)
    }

    /// The run since which a field has its value.
    static func valueSince(_ run: String, runs: Int) -> String {
        "This value is in use since run \(run), for \(count(runs, "loaded run"))."
    }

    /// A field with both values, for the clipboard.
    static func line(_ field: ConfigurationChange) -> String { "\(field.path): \(before(field)) -> \(after(field))" }

    /// There is no newer run.
    static let noNewerRun = "This is the newest run."

    /// There is no older run among the loaded ones.
    static let noOlderRun = "No older run is loaded. Go down in the list of runs to load more."

    /// A value in one line, without its secrets.
    private static func value(_ value: JSONValue?) -> String {
        switch value {
        case nil: "absent"
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text), .string(let text): text
        case .secret(let secret): secret.masked
        case .array(let elements): elements.isEmpty ? "none" : elements.map { Self.value($0) }.joined(separator: ", ")
        case .object(let members): members.map { "\($0.name): \(Self.value($0.value))" }.joined(separator: ", ")
        }
    }
}
