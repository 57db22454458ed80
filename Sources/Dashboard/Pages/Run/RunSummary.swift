import FoundationEssentials
import Intuned
import TextScreen

/// The lines at the top of a run: its status in the platform's word and in ours, and its gauge.
enum RunSummary {
    /// The platform's status and its meaning.
    static func headline(_ run: JobRun, _ state: State) -> [Span] {
        let standing = Standing(of: run)
        return [
            Span(
                "\(standing.mark(state.settings.charset)) \(run.status.raw)", standing.role,
                isChanged: state.isChanged(run, .status)),
            Span("  \(Wording.meaning(of: run, known: state.knownUntil))"),
        ]
    }

    /// What was asked of the platform about the run, else about its job.
    static func asked(_ key: RunKey, _ state: State) -> [Span] {
        let deed = state.actions.deed(onRun: key) ?? state.actions.deed(onJob: key.job, of: key.profile)
        return deed.flatMap { Wording.inRow($0, state) }.map { [Span("  "), $0] } ?? []
    }

    /// How and when the run was started.
    static func origin(_ run: JobRun, _ state: State) -> [Span] {
        var parts = run.type.map { [$0.raw] } ?? []
        if let start = run.startTime {
            let time = start.date.map { Wording.timeOfDay($0, now: state.now.wall, state.settings.offsets) } ?? start.text
            parts.append("started \(time)")
        }
        return [Span(parts.joined(separator: " \(Glyphs(state.settings.charset).dot) "), .muted)]
    }

    /// Draws the gauge beside the counts, of a run that is over the counts alone.
    ///
    /// If not everything fits, percentage and failures are dropped last.
    static func drawGauge(_ run: JobRun, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let gauge = Gauge(of: run) else {
            canvas.write(
                "the platform does not report the number of items", column: region.column, row: region.row,
                limit: region.columns, role: .muted)
            return
        }
        var counts = counts(run, gauge, state)
        func width() -> Int { counts.reduce(0) { $0 + ScreenText.columns(of: $1.text) + 3 } }
        guard run.isActive else {
            while counts.count > 1, width() - 3 > region.columns { counts.removeFirst() }
            let spans = counts.flatMap { [Span("   "), $0] }.dropFirst()
            canvas.write(Array(spans), column: region.column, row: region.row, limit: region.columns)
            return
        }
        while counts.count > 1, width() + 10 > region.columns { counts.removeFirst() }
        let bar = max(4, region.columns - width())
        canvas.write(
            gauge.bar(bar, canvas.charset, hasEighths: state.settings.hasEighths), column: region.column, row: region.row,
            limit: region.columns)
        let spans = counts.flatMap { [Span("   "), $0] }
        canvas.write(spans, endingAt: region.endColumn, row: region.row, limit: region.columns - bar)
    }

    private static func counts(_ run: JobRun, _ gauge: Gauge, _ state: State) -> [Span] {
        let done = gauge.ok + gauge.failed
        let left = max(0, gauge.total - done)
        let isDoneChanged = state.isChanged(run, .done)
        let all = [
            Span("\(Wording.number(done)) of \(Wording.number(gauge.total))", isChanged: isDoneChanged),
            Span("\(Wording.number(left)) left", .muted, isChanged: isDoneChanged),
            Span("\(Wording.number(gauge.ok)) ok", gauge.ok > 0 ? .good : .muted, isChanged: state.isChanged(run, .ok)),
            Span(
                "\(Wording.number(gauge.failed)) failed", gauge.failed > 0 ? .bad : .muted,
                isChanged: state.isChanged(run, .failed)),
        ]
        if run.isActive { return all + [Span(gauge.percent, .strong, isChanged: isDoneChanged)] }
        return left == 0 ? [all[0]] + all[2...] : all
    }
}
