import ArgumentParser

@testable import jobtop

/// The tables of the user guide about commands, made from those of the program.
enum ScriptTables {
    /// The commands for scripts.
    static var commands: String {
        "| command | what it does |\n|---|---|\n"
            + CommandTable.script.map { command in
                let usage = (command.configuration.usage ?? "").replacing(" [options]", with: "").replacing("|", with: "\\|")
                return "| `\(usage)` | \(command.configuration.abstract) |\n"
            }.joined()
    }

    /// The exit statuses.
    static var statuses: String {
        "| status | meaning |\n|---|---|\n" + ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |\n" }.joined()
    }

    /// The fields of each kind of record.
    static var fields: String {
        RecordKinds.all.map { kind in
            var text = "`jobtop \(kind.command)`"
            text += kind.isOnly ? ":\n\n" : " (in `--json` the list `\(kind.plural)`):\n\n"
            text += "| field | type | meaning |\n|---|---|---|\n"
            for field in kind.fields {
                text += "| `\(field.name)`\(field.isColumn ? " ●" : "") | \(type(field.kind)) | \(field.meaning) |\n"
            }
            for fact in kind.facts { text += "| `\(fact.name)` | of the document | \(fact.meaning) |\n" }
            return text
        }.joined(separator: "\n")
    }

    private static func type(_ kind: OutputKind) -> String {
        switch kind {
        case .text, .id: "text"
        case .count: "number"
        case .number: "number"
        case .seconds: "seconds"
        case .percent: "percent"
        case .bytes: "bytes"
        case .flag: "true, false"
        case .time: "time"
        case .texts: "list of texts"
        case .any: "any JSON"
        }
    }
}
