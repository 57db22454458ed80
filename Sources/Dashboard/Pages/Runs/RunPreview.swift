import Intuned
import ResultsFile
import TextScreen

/// The selected run in a few lines, beside or below the list.
enum RunPreview {
    /// Rows of a preview that has room for the times, the ids and the configuration too.
    private static let roomy = 20

    static func draw(_ key: RunKey, _ run: JobRun, _ state: State, on canvas: inout Canvas, in region: Region) {
        let inner = Heading(title: run.id, note: "Enter opens").draw(on: &canvas, in: region)
        guard !inner.isEmpty else { return }
        canvas.write(RunSummary.headline(run, state), column: inner.column, row: inner.row, limit: inner.columns)
        RunSummary.drawGauge(run, state, on: &canvas, in: inner.row(inner.row + 1))
        let lines =
            RunFacts.error(run.error, columns: inner.columns, state) + RunFacts.reason(run.reason, columns: inner.columns, state)
            + causes(key, state)
        let times = RunFacts.times(of: run, columns: inner.columns, state)
        var shown = lines.isEmpty ? times : lines
        if inner.rows >= roomy {
            let ids = RunFacts.ids(of: run, columns: inner.columns, state)
            shown = (lines.isEmpty ? [] : lines + [[]]) + times + ids + [[]] + RunFacts.configuration(run, state)
        }
        for (offset, line) in shown.prefix(max(0, inner.rows - 2)).enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + 2 + offset, limit: inner.columns)
        }
    }

    /// Why items failed, if the results were read in this session.
    private static func causes(_ key: RunKey, _ state: State) -> [[Span]] {
        (state.causes(of: key)?.groups ?? []).map { group in
            [Span("\(Wording.number(group.count)) ", .bad), Span(group.signature.text)]
        }
    }
}
