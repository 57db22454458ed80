import Glibc
import Intuned

/// Says on standard error why a command ended: as a sentence, or as an object where a program reads JSON.
enum ErrorReport {
    static func write(_ failure: CommandFailure, asJSON: Bool) {
        guard asJSON else { return complain("jobtop: \(failure.sentence)") }
        var stream = OutputStream(to: STDERR_FILENO)
        try? stream.write(JSONLine.text(document(failure)) + "\n")
        try? stream.flush()
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
