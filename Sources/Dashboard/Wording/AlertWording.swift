import Insight

/// What the window's title and a notification say.
extension Wording {
    /// The title of the terminal's window: `jobtop: 2 problems`.
    static func windowTitle(problems: Int, project: String) -> String {
        problems > 0 ? "jobtop: \(count(problems, "problem"))" : "jobtop: \(project)"
    }

    /// A notification about new problems; many are one summary.
    static func newProblems(_ problems: [Problem]) -> String {
        let first = problems.prefix(3).map { "\(subject(of: $0)): \(title(of: $0))" }.joined(separator: ", ")
        return problems.count > 1 ? "\(number(problems.count)) new problems: \(first)" : first
    }
}
