import Dashboard
import Insight

/// The answer of a monitoring plug-in: one line, and a status (https://nagios-plugins.org/doc/guidelines.html).
struct NagiosReport: Hashable, Sendable {
    /// The protocol's own statuses.
    enum Level: Int32, Hashable, Sendable {
        case ok = 0
        case warning = 1
        case critical = 2
        case unknown = 3
    }

    /// Problems that the line names; its beginning must be readable in a message to a phone.
    private static let named = 3

    let level: Level
    /// The line, with the figures behind a bar.
    let line: String

    /// Reports problems: a severe one is critical, others are a warning.
    ///
    /// - Parameters:
    ///   - problems: worst first.
    ///   - jobs: how many jobs were looked at.
    ///   - age: seconds since the list of jobs arrived.
    init(_ problems: [Problem], jobs: Int, age: Double) {
        let severe = problems.count { $0.severity == .severe }
        level = problems.isEmpty ? .ok : severe > 0 ? .critical : .warning
        let figures = [
            "severe=\(severe);;0;0", "warning=\(problems.count - severe);0;;0", "jobs=\(jobs);;;0",
            "age=\(Self.tenths(age))s;;;0",
        ]
        let text = problems.isEmpty ? "no problems in \(Wording.count(jobs, "job"))" : Self.text(problems)
        line = Self.line(level, text) + "|" + figures.joined(separator: " ")
    }

    /// Reports that nothing is known.
    init(_ failure: CommandFailure) {
        level = .unknown
        line = Self.line(level, failure.sentence)
    }

    /// Reports that the command line is wrong.
    init(usage: String) {
        level = .unknown
        line = Self.line(level, usage)
    }

    /// Prints the line, and returns the status to end with.
    func print() -> Int32 {
        tell(line)
        return level.rawValue
    }

    private static func text(_ problems: [Problem]) -> String {
        let names = problems.prefix(named).map { "\(Wording.subject(of: $0)): \(Wording.title(of: $0))" }
        let rest = problems.count > named ? ["\(Wording.number(problems.count - named)) more"] : []
        return "\(Wording.count(problems.count, "problem")): " + (names + rest).joined(separator: "; ")
    }

    /// A bar would end the text, and a line break the line.
    private static func line(_ level: Level, _ text: String) -> String {
        let clean = text.map { $0 == "|" ? "/" : $0.isNewline ? " " : $0 }
        return "JOBTOP \("\(level)".uppercased()) - \(String(clean))"
    }

    private static func tenths(_ seconds: Double) -> String {
        let tenths = Int((max(0, min(seconds, 1e9)) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
