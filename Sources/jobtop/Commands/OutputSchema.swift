import Intuned

/// The JSON Schema (draft 2020-12) of everything that commands print as JSON: docs/jobtop.schema.json is made from it.
enum OutputSchema {
    /// The whole schema: of each kind, a record (`#/$defs/job`), and where there is a list, its document (`#/$defs/jobs`).
    static var document: JSONValue {
        object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("What the commands of jobtop print with --json and --jsonl")),
            (
                "description",
                .string("A line of --jsonl is a record. A document of --json is a record or a list. --fields leaves out others.")
            ),
            ("$defs", object(RecordKinds.all.flatMap(definitions) + [("error", error)])),
        ])
    }

    private static func definitions(_ kind: RecordDescription) -> [(String, JSONValue)] {
        let record = (kind.name, record(kind))
        return kind.isOnly ? [record] : [record, (kind.plural, list(kind))]
    }

    private static func record(_ kind: RecordDescription) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("description", .string("Printed by jobtop \(kind.command).")), ("type", .string("object")),
            ("properties", object(kind.fields.map { ($0.name, type($0.kind, $0.meaning)) })),
        ]
        if kind.hasFurther { members.append(("patternProperties", object([("^output\\.", .bool(true))]))) }
        return object(members + [("additionalProperties", .bool(false))])
    }

    private static func list(_ kind: RecordDescription) -> JSONValue {
        let rows = object([("type", .string("array")), ("items", object([("$ref", .string("#/$defs/\(kind.name)"))]))])
        let facts = kind.facts.map { ($0.name, type(.count, $0.meaning)) }
        return object([
            ("description", .string("Printed by jobtop \(kind.command) --json.")), ("type", .string("object")),
            ("properties", object([(kind.plural, rows)] + facts)),
            ("required", .texts([kind.plural] + kind.facts.map(\.name))), ("additionalProperties", .bool(false)),
        ])
    }

    private static func type(_ kind: OutputKind, _ meaning: String) -> JSONValue {
        let description = ("description", JSONValue.string(meaning))
        func plain(_ name: String) -> JSONValue { object([description, ("type", .texts([name, "null"]))]) }
        return switch kind {
        case .text, .id: plain("string")
        case .count, .bytes: plain("integer")
        case .number, .seconds, .percent: plain("number")
        case .flag: plain("boolean")
        case .time: object([description, ("type", .texts(["string", "null"])), ("format", .string("date-time"))])
        case .texts:
            object([description, ("type", .string("array")), ("items", object([("type", .string("string"))]))])
        case .any: object([description])
        }
    }

    private static var error: JSONValue {
        let fields = object([
            ("status", object([("type", .string("integer")), ("enum", .array(statuses))])),
            ("kind", object([("type", .string("string"))])), ("message", object([("type", .string("string"))])),
        ])
        let inner = object([
            ("type", .string("object")), ("properties", fields), ("required", .texts(["status", "kind", "message"])),
            ("additionalProperties", .bool(false)),
        ])
        return object([
            ("description", .string("Printed on standard error with --json and --jsonl if a command fails.")),
            ("type", .string("object")), ("properties", object([("error", inner)])), ("required", .texts(["error"])),
            ("additionalProperties", .bool(false)),
        ])
    }

    private static var statuses: [JSONValue] { ExitStatus.allCases.map { .count(Int($0.rawValue)) } }

    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { JSONValue.Member(name: $0.0, value: $0.1) })
    }
}
