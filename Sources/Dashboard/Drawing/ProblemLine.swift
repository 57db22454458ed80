import FoundationEssentials
import Insight
import TextScreen

/// The line below the top line that says what is wrong, wherever the user is; nothing while all is well.
enum ProblemLine {
    /// Draws the worst problem, how many there are, and the key that shows them all.
    static func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        let problems = state.judgements.problems
        guard region.rows > 0, let worst = problems.first else { return }
        let key = [Span("!", .key), Span(problems.count > 1 ? " shows them" : " shows it", .muted)]
        let keyWidth = 12
        let new = problems.count(where: \.isNew)
        var spans = [Span(Wording.problems(problems.count, new: new), worst.severity.role), Span("  ")]
        spans += [Span(Wording.subject(of: worst), .strong), Span(": \(Wording.title(of: worst))", worst.severity.role)]
        if let since = worst.since {
            let time = Wording.timeOfDay(since, now: state.now.wall, state.settings.offsets)
            spans.append(Span(", since \(time)", .muted))
        }
        canvas.write(spans, column: region.column + 1, row: region.row, limit: region.columns - 3 - keyWidth)
        canvas.write(key, endingAt: region.endColumn - 1, row: region.row, limit: keyWidth)
    }
}

extension Severity {
    /// The role in which its sign and words are drawn.
    var role: Role {
        switch self {
        case .notice: .muted
        case .warning: .warning
        case .severe: .bad
        }
    }

    /// The sign that stands for it.
    func mark(_ charset: Charset) -> Character {
        switch self {
        case .notice: Standing.held.mark(charset)
        case .warning: Standing.partly.mark(charset)
        case .severe: Standing.failed.mark(charset)
        }
    }
}
