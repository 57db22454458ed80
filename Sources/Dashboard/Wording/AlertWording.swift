import Insight

/// What the terminal's title and a notification say.
extension Wording {
    /// The title of the terminal: `jobtop: 2 problems`.
    package static func terminalTitle(problems: Int) -> String {
        problems == 0 ? "jobtop" : "jobtop: \(count(problems, "problem"))"
    }

    /// One new problem in full, several as a summary: `5 new problems: a, b, c and 2 more`.
    static func alert(_ problems: [Problem]) -> String {
        if problems.count == 1, let only = problems.first { return "\(subject(of: only)): \(title(of: only))" }
        let names = problems.prefix(3).map(subject).joined(separator: ", ")
        let more = problems.count > 3 ? " and \(number(problems.count - 3)) more" : ""
        return "\(number(problems.count)) new problems: \(names)\(more)"
    }
}
