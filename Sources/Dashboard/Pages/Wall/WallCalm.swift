import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// The wall while nothing is wrong: a few small lines that move, so that they do not burn into the screen.
enum WallCalm {
    /// Seconds for which the lines stay in one place.
    private static let stay = 60.0

    static func draw(_ state: State, _ signal: WallSignal, on canvas: inout Canvas, in screen: Region) {
        let lines = [
            headline(state, signal), counts(state, signal, limit: screen.columns - 1, canvas.charset), [Span("Esc back", .muted)],
        ]
        let width = min(screen.columns, lines.map { columns(of: $0, canvas.charset) }.max() ?? 0)
        let minute = Int(state.now.uptime / stay)
        // Steps without a common divisor with the room visit every place before one comes again, or nearly so.
        let column = minute &* 37 % max(1, screen.columns - width)
        let row = minute &* 11 % max(1, screen.rows - lines.count)
        for (offset, line) in lines.enumerated() {
            canvas.write(line, column: screen.column + column, row: screen.row + row + offset, limit: width)
        }
    }

    private static func columns(of line: [Span], _ charset: Charset) -> Int {
        line.reduce(0) { $0 + ScreenText.columns(of: $1.text, charset: charset) }
    }

    private static func headline(_ state: State, _ signal: WallSignal) -> [Span] {
        guard let jobs = state.records.jobs?.jobs else { return [Span(Placeholder.text(for: .jobs, in: state), .muted)] }
        if signal.isPartlyUnknown { return [Span(Wording.partlyUnknown, .warning)] }
        guard !jobs.isEmpty else { return [Span(Wording.noJobsToWatch, .muted)] }
        let known = jobs.count { state.records.listings[$0.id] != nil }
        guard known == jobs.count else { return [Span(Wording.checking(known, of: jobs.count), .muted)] }
        return [Span(Wording.allWell(checked: state.age?.age ?? 0), .good)]
    }

    /// How many jobs run, how many are quiet, and what comes next as far as there is room.
    static func counts(_ state: State, _ signal: WallSignal, limit: Int, _ charset: Charset) -> [Span] {
        let jobs = state.records.jobs?.jobs ?? []
        let running = Set(jobs.map(\.id).filter { state.activeRun(of: $0) != nil })
        let busy = running.union(state.judgements.problems.flatMap(\.jobs))
        let acknowledged = state.judgements.acknowledged.count
        let quiet = jobs.count { !busy.contains($0.id) }
        let text = Wording.wallCounts(running: running.count, quiet: quiet, acknowledged: acknowledged)
        let unknown = signal.isPartlyUnknown && signal.banner == nil && !state.judgements.problems.isEmpty
        let warning = unknown ? [Span("  \(Wording.partlyUnknown)", .warning)] : []
        let spans = [Span(text, .muted)] + warning
        var starts = next(jobs, state)
        while !starts.isEmpty {
            let whole = spans + [Span("  \(Wording.wallNext(starts))", .muted)]
            if columns(of: whole, charset) <= limit { return whole }
            starts.removeLast()
        }
        return spans
    }

    /// The next two scheduled starts.
    private static func next(_ jobs: [JobListItem], _ state: State) -> [String] {
        let now = state.serverNow
        let due = jobs.compactMap { job in
            job.state == .known(.paused) ? nil : job.nextRunTime?.date.flatMap { $0 > now ? (date: $0, id: job.id) : nil }
        }
        return due.sorted { ($0.date, $0.id) < ($1.date, $1.id) }.prefix(2).map { start in
            "\(WallTile.beginning(of: start.id)) \(state.timeToTheMinute(start.date))"
        }
    }
}
