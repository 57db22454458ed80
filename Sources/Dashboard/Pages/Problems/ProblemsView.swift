import FoundationEssentials
import Insight
import TextScreen

/// The picture of the problems: a row each, and below the list what shows the selected one.
enum ProblemsView {
    private static let evidenceRows = 8
    /// Rows of a page that is high enough for the evidence.
    private static let tall = 16

    /// Rows of the list that are on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { regions(state.layout.page).list.dropTop(2) }

    private static func regions(_ region: Region) -> (list: Region, evidence: Region?) {
        guard region.rows >= tall else { return (region, nil) }
        return (region.dropBottom(evidenceRows), region.bottom(evidenceRows))
    }

    static func draw(_ page: ProblemsPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let rows = page.shown.rows
        let regions = regions(region)
        let list = regions.list
        canvas.write(caption(page, state), column: list.column + 1, row: list.row, limit: list.columns - 2)
        guard !rows.isEmpty else {
            let text =
                state.records.jobs == nil
                ? Placeholder.text(for: .jobs, in: state)
                : page.filter.isEmpty ? Wording.noProblems : Wording.noProblemMatches(page.filter.text)
            canvas.writeCentered(text, in: list.dropTop(1))
            return
        }
        let shown = Array(rows.dropFirst(page.cursor.top).prefix(listHeight(in: state)))
        table(of: rows, state).arranged(by: state.lists[.problems], state.settings.charset)
            .draw(shown, selected: page.cursor.index - page.cursor.top, on: &canvas, in: list.dropTop(1))
        if let region = regions.evidence, let problem = page.problem(in: state) {
            draw(evidenceOf: problem, state, on: &canvas, in: region)
        }
    }

    private static func caption(_ page: ProblemsPage, _ state: State) -> [Span] {
        let problems = state.judgements.problems
        let text = Wording.problems(problems.count, new: problems.count(where: \.isNew))
        let acknowledged = state.judgements.acknowledged.count
        return [Span(text, problems.first?.severity.role ?? .good)]
            + (acknowledged > 0 ? [Span(", \(Wording.number(acknowledged)) acknowledged", .muted)] : [])
            + Caption.filter(page.filter, ProblemFields.names, shown: page.shown.rows.count)
            + Caption.order(state.order(of: .problems))
    }

    static func table(of rows: [Problem], _ state: State) -> Table<Problem> {
        let charset = state.settings.charset
        let known = Set(state.judgements.acknowledged.map(\.identity))
        func role(_ problem: Problem) -> Role { known.contains(problem.identity) ? .muted : problem.severity.role }
        // By all rows and not only by those on the screen, so that no column moves when the list scrolls.
        func longest(_ text: (Problem) -> String) -> Int {
            rows.map { ScreenText.columns(of: text($0), charset: charset) }.max() ?? 0
        }
        let (title, subject) = (longest(Wording.title(of:)), longest(Wording.subject(of:)))
        return Table(columns: [
            Column(title: "", width: .fixed(1), importance: 10) { [Span(String($0.severity.mark(charset)), role($0))] },
            Column(title: "PROBLEM", width: .flexible(least: 24, most: min(44, max(24, title))), importance: 10, field: "problem")
            {
                [Span(Wording.title(of: $0), role($0))]
            },
            Column(title: "", width: .fixed(5), importance: 6) { problem in
                if known.contains(problem.identity) { return [Span("known", .muted)] }
                return problem.isNew ? [Span("NEW", .strong)] : []
            },
            Column(title: "JOB", width: .flexible(least: 14, most: min(40, max(14, subject))), importance: 9, field: "job") {
                [Span(Wording.subject(of: $0), .strong)]
            },
            Column(title: "SINCE", width: .fixed(12), importance: 8, field: "since") { since($0, state) },
            Column(title: "WHAT TO DO", width: .flexible(least: 24, most: .max), importance: 5) {
                [Span(Wording.advice($0.first.kind), .muted)]
            },
        ])
    }

    private static func since(_ problem: Problem, _ state: State) -> [Span] {
        guard let since = problem.since else { return [] }
        if state.showsTimeOfDay { return [Span(Wording.timeInList(since, now: state.now.wall, state.settings.offsets))] }
        return [Span("\(Wording.roughAge(state.serverNow.timeIntervalSince(since))) ago")]
    }

    private static func draw(evidenceOf problem: Problem, _ state: State, on canvas: inout Canvas, in region: Region) {
        let inner = Heading(title: Wording.subject(of: problem), note: "Enter opens").draw(on: &canvas, in: region)
        let lines = problem.verdicts.prefix(3).map { verdict -> [Span] in
            let name = problem.isShared ? [Span("\(verdict.job): ", .strong)] : []
            return name + [Span(Wording.evidence(verdict))]
        }
        let more = problem.verdicts.count - lines.count
        let rest = more > 0 ? [[Span(Wording.furtherJobs(more), .muted)]] : []
        let advice = ScreenText.wrapped(
            Wording.advice(problem.first.kind), columns: inner.columns, charset: canvas.charset, maximumLines: 2
        ).map { [Span($0, .warning)] }
        for (offset, line) in (lines + rest + advice).enumerated() where offset < inner.rows {
            canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
        }
    }
}
