import Intuned
import TextScreen

/// The selected run in a few lines, beside or below the list.
enum RunPreview {
    static func draw(_ run: JobRun, _ state: State, on canvas: inout Canvas, in region: Region) {
        let inner = Frame(title: run.id, note: "Enter opens").draw(on: &canvas, in: region).inset(columns: 1, rows: 0)
        guard !inner.isEmpty else { return }
        canvas.write(RunSummary.headline(run, state), column: inner.column, row: inner.row, limit: inner.columns)
        RunSummary.drawGauge(run, state, on: &canvas, in: inner.row(inner.row + 1))
        let lines =
            RunFacts.error(run.error, columns: inner.columns, state) + RunFacts.reason(run.reason, columns: inner.columns, state)
        let isFine = run.error == nil && run.reason == nil
        let shown = isFine ? RunFacts.times(of: run, columns: inner.columns, state) : lines
        for (offset, line) in shown.prefix(max(0, inner.rows - 2)).enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + 2 + offset, limit: inner.columns)
        }
    }
}
