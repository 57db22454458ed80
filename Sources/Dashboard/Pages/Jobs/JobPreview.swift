import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// The selected job below or beside the list: its verdicts, its active run, its last runs as charts, its plan.
enum JobPreview {
    /// Rows of the preview below the list.
    static let rows = 9
    private static let mostRuns = 40

    static func draw(_ row: JobRow, _ state: State, on canvas: inout Canvas, in region: Region) {
        let inner = Heading(title: row.job.id, note: "Enter opens").draw(on: &canvas, in: region)
        guard !inner.isEmpty else { return }
        let lines = verdicts(row, state) + activeRun(row, state) + charts(row, state, columns: inner.columns) + plan(row, state)
        for (offset, line) in lines.prefix(inner.rows).enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
        }
    }

    private static func verdicts(_ row: JobRow, _ state: State) -> [[Span]] {
        row.verdicts.prefix(3).map { verdict in
            [
                Span(
                    "\(verdict.severity.mark(state.settings.charset)) \(Wording.line(verdict))", row.role(verdict.severity.role)),
                Span(verdict.isNew ? "  NEW" : "", .strong),
            ]
        }
    }

    private static func activeRun(_ row: JobRow, _ state: State) -> [[Span]] {
        guard let run = row.active ?? row.runs?.first else { return [] }
        var line = RunSummary.headline(run, state).map { $0.inRole(row.role($0.role)) }
        let separator = " \(Glyphs(state.settings.charset).dot) "
        if let progress = row.progress {
            if let rate = progress.recentRate ?? progress.rate { line.append(Span(separator + Wording.rateInFull(rate))) }
            if let end = progress.end { line.append(Span(separator + Wording.ends(end, in: state), row.role(.active))) }
        }
        if let usual = row.usual { line.append(Span(separator + Wording.usualDuration(usual), .muted)) }
        return [line]
    }

    /// Durations and failures of the last runs, oldest first.
    private static func charts(_ row: JobRow, _ state: State, columns: Int) -> [[Span]] {
        let runs = (row.runs ?? []).filter { !$0.isActive }.prefix(min(mostRuns, (columns - 24) / 2)).reversed()
        guard runs.count > 1 else { return [] }
        func chart(_ numbers: [Double?], top: Double? = nil, _ role: Role) -> Span {
            Span(Spark.text(numbers, top: top, state.settings.charset, hasEighths: state.settings.hasEighths), row.role(role))
        }
        let durations = runs.map { RunDuration(of: $0, known: state.knownUntil)?.seconds }
        let shares = runs.map(\.failureShare)
        return [
            [
                Span(Wording.chartOfDurations, .muted), chart(durations, .muted), Span("   "),
                Span(Wording.chartOfFailureShares, .muted), chart(shares, top: 1, .gaugeBad),
            ]
        ]
    }

    private static func plan(_ row: JobRow, _ state: State) -> [[Span]] {
        let cadence = row.job.schedule == nil ? Cadence(of: row.runs ?? []) : nil
        return [[Span(Wording.plan(of: row.job, cadence: cadence, now: state.serverNow), .muted)]]
    }
}
