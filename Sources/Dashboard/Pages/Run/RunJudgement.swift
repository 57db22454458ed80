import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// The lines between a run's gauge and its panes: how fast it is, when it ends, what is usual, what is wrong.
enum RunJudgement {
    typealias Line = [Span]

    /// Rows of a page that has room for all lines, and for some.
    private static let (roomy, narrow) = (24, 16)
    private static let chartColumns = 30

    /// The lines, the most important last to go where the page is low.
    static func lines(_ key: RunKey, _ run: JobRun, _ state: State, rows: Int) -> [Line] {
        let verdicts = state.judgements.verdicts(on: key).map { verdict in
            [
                Span("\(verdict.severity.mark(state.settings.charset)) ", verdict.severity.role),
                Span(Wording.line(verdict), verdict.severity.role),
                Span(verdict.isNew ? "  NEW" : "", .strong),
            ]
        }
        let pace = pace(key, run, state)
        guard rows >= narrow else { return [] }
        let most = rows >= roomy ? 6 : 3
        let charts = rows >= roomy ? charts(run, state) : []
        let lines = pace + charts + verdicts
        return lines.isEmpty ? [] : Array(lines.suffix(most)) + [[]]
    }

    private static func pace(_ key: RunKey, _ run: JobRun, _ state: State) -> [Line] {
        let usual = state.usual(for: run, of: key.job)
        let separator = Span(" \(Glyphs(state.settings.charset).dot) ", .muted)
        var parts: [Span] = []
        if let progress = state.progress(of: run, usual: usual) {
            if let rate = progress.recentRate ?? progress.rate { parts.append(Span(Wording.rateInFull(rate), .strong)) }
            if let end = progress.end { parts.append(Span(Wording.ends(end, in: state), .active)) }
            if progress.isGrowing { parts.append(Span(Wording.growing, .active)) }
            if let share = progress.failureShare, run.failedRuns ?? 0 > 0 {
                let text = Wording.failures(run.failedRuns ?? 0, share: share, usual: usual, isRising: progress.isFailingMore)
                parts.append(Span(text, progress.isFailingMore ? .warning : .normal))
            }
        }
        if let usual { parts.append(Span(Wording.usualDuration(usual), .muted)) }
        guard let first = parts.first else { return [] }
        return [[first] + parts.dropFirst().flatMap { [separator, $0] }]
    }

    /// Items, and failed items, a minute over the time that the run was watched.
    private static func charts(_ run: JobRun, _ state: State) -> [Line] {
        let seen = state.judgements.observations.of(run.id)
        guard let first = seen.first, let last = seen.last, last.time.timeIntervalSince(first.time) >= 30 else { return [] }
        let slot = last.time.timeIntervalSince(first.time) / Double(chartColumns)
        func numbers(_ count: (Observation) -> Int) -> [Double?] {
            (0..<chartColumns).map { column in
                let (start, end) = (first.time + slot * Double(column), first.time + slot * Double(column + 1))
                return max(0, value(at: end, in: seen, count) - value(at: start, in: seen, count)) / slot * 60
            }
        }
        func chart(_ numbers: [Double?], _ role: Role) -> Span {
            Span(Spark.text(numbers, state.settings.charset, hasEighths: state.settings.hasEighths), role)
        }
        let rates = [Span(Wording.chartOfRate, .muted), chart(numbers(\.done), .active)]
        guard last.failed > first.failed else { return [rates] }
        return [rates + [Span("   "), Span(Wording.chartOfFailures, .muted), chart(numbers(\.failed), .gaugeBad)]]
    }

    /// A count at a time, between two observations by the straight line.
    private static func value(at time: Date, in seen: [Observation], _ count: (Observation) -> Int) -> Double {
        guard let after = seen.firstIndex(where: { $0.time >= time }) else { return Double(seen.last.map(count) ?? 0) }
        guard after > 0 else { return Double(count(seen[0])) }
        let (one, other) = (seen[after - 1], seen[after])
        let span = other.time.timeIntervalSince(one.time)
        let part = span > 0 ? time.timeIntervalSince(one.time) / span : 1
        return Double(count(one)) + Double(count(other) - count(one)) * part
    }
}
