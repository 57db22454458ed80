import Intuned

/// Says on standard error why a command ended: as a sentence, or as an object where a program reads JSON.
enum ErrorReport {
    static func write(_ failure: CommandFailure, asJSON: Bool) {
        complain(asJSON ? JSONLine.text(document(failure)) : "jobtop: \(failure.sentence)")
    }

    /// The object.
    static func document(_ failure: CommandFailure) -> JSONValue {
        .object([
            JSONValue.Member(
                name: "error",
                value: .object([
                    JSONValue.Member(name: "status", value: .count(Int(failure.status.rawValue))),
                    JSONValue.Member(name: "kind", value: .string(failure.kind)),
                    JSONValue.Member(name: "message", value: .string(failure.sentence)),
                ]))
        ])
    }
}
