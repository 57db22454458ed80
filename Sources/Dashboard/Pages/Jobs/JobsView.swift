import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// Draws the list of jobs.
enum JobsView {
    /// Rows of a page that has room for a preview, and columns of one that has it beside the list.
    private static let (tall, wide) = (22, 160)
    /// Columns of a screen on which more of the reason is worth more than another column.
    private static let roomy = 140

    /// Rows of the list on the screen: without the caption and titles.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { regions(state.layout.page).list.dropTop(2) }

    private static func regions(_ region: Region) -> (list: Region, preview: Region?) {
        if region.columns >= wide {
            let width = region.columns / 3
            return (region.left(region.columns - width), region.dropLeft(region.columns - width))
        }
        guard region.rows >= tall else { return (region, nil) }
        return (region.dropBottom(JobPreview.rows), region.bottom(JobPreview.rows))
    }

    static func draw(_ page: JobsPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let jobs = state.records.jobs else {
            canvas.writeCentered(Placeholder.text(for: .jobs, in: state), in: region)
            return
        }
        let rows = page.shown.rows
        let regions = regions(region)
        let top = regions.list
        canvas.write(caption(page, rows, jobs, state), column: top.column + 1, row: top.row, limit: top.columns - 2)
        let list = top.dropTop(1)
        guard !rows.isEmpty else {
            let text =
                jobs.jobs.isEmpty
                ? Wording.noJobs(in: state.profile.settings.project)
                : Wording.noJobMatches(page.filter.text)
            canvas.writeCentered(text, in: list)
            return
        }
        let shown = page.onScreen(in: state).map { row in
            var row = row
            row.progress = row.active.flatMap { state.progress(of: $0, usual: row.usual) }
            return row
        }
        table(state, page.shown).arranged(by: state.lists[.jobs], state.settings.charset)
            .draw(shown, selected: page.cursor.index - page.cursor.top, on: &canvas, in: list)
        if let preview = regions.preview, let row = shown.first(where: { $0.job.id == page.selected }) {
            JobPreview.draw(row, state, on: &canvas, in: preview)
        }
    }

    private static func caption(_ page: JobsPage, _ rows: [JobRow], _ jobs: JobList, _ state: State) -> [Span] {
        // The counts ignore the filter, which only narrows the list.
        let all = page.shown.all
        let broken = all.count { $0.attention == .broken }
        var spans = [Span(Wording.count(jobs.jobs.count, "job"), .strong)]
        if broken > 0 { spans += [Span(", ", .muted), Span("\(broken) need\(broken == 1 ? "s" : "") attention", .bad)] }
        let active = all.count { $0.isActive }
        if active > 0 { spans.append(Span(", \(active) running", .muted)) }
        let marked = state.markedJobs.count
        if marked > 0 { spans.append(Span(", \(marked) marked", .active)) }
        return spans + failures(all, state) + Caption.filter(page.filter, JobFields.names, shown: rows.count)
            + Caption.order(state.order(of: .jobs)) + Caption.badRows(jobs.badRows)
    }

    /// The number of jobs whose runs cannot be requested, with the error; the header covers only the list of jobs.
    private static func failures(_ rows: [JobRow], _ state: State) -> [Span] {
        let failures = rows.compactMap(\.failure)
        guard let longest = failures.min(by: { $0.since.uptime < $1.since.uptime }) else { return [] }
        let seconds = longest.since.seconds(until: state.now)
        let what = "runs of \(Wording.count(failures.count, "job")): \(Wording.failing(longest.error, for: seconds))"
        return [Span(", ", .muted), Span(what, .warning)]
    }

    static func table(_ state: State, _ list: ShownJobs) -> Table<JobRow> {
        let longest = max(14, min(40, list.longestID))
        var columns: [Column<JobRow>] = [
            Column(title: "", width: .fixed(1), importance: 10) { sign($0, state) },
            Column(title: "JOB", width: .flexible(least: 14, most: longest), importance: 10, field: "job") {
                [Span($0.job.id, .strong)]
            },
            Column(title: "STATE", width: .fixed(7), importance: 1, field: "state") { stateSpans($0.job) },
            Column(title: "LAST RUNS", width: .fixed(RunStrip.width), importance: 8, field: "bad") {
                RunStrip.spans($0, state.settings)
            },
            Column(title: "RUNNING", width: .fixed(16), importance: 7, field: "done") { underWay($0, state) },
            Column(title: "RATE", width: .fixed(9), importance: 2, isRightAligned: true, field: "rate") { rate($0) },
            Column(title: "ENDS", width: .fixed(11), importance: 5, field: "ends") { ends($0, state) },
            Column(
                title: "USUAL", width: .fixed(7), importance: 4, isRightAligned: true, field: "usual",
                isEmpty: list.all.allSatisfy { $0.usual == nil }
            ) { row in
                row.usual.map { [Span(Wording.duration($0.duration.median), .muted)] } ?? []
            },
            Column(title: "LAST", width: .fixed(state.showsTimeOfDay ? 10 : 5), importance: 6, isRightAligned: true, field: "age")
            {
                lastRun($0, state)
            },
            Column(
                title: "NEXT", width: .fixed(9), importance: 3, field: "next",
                isEmpty: list.all.allSatisfy { $0.job.schedule == nil && $0.job.nextRunTime == nil }
            ) {
                next($0, state)
            },
            Column(
                title: "WHY", width: .flexible(least: state.size.columns < roomy ? 20 : 28, most: .max), importance: 9,
                field: "problem"
            ) { what($0, state) },
        ]
        if !state.markedJobs.isEmpty {
            let marks = Set(state.markedJobs)
            let column = Column<JobRow>(title: "MARK", width: .fixed(6), importance: 9) { row in
                marks.contains(row.job.id) ? [Span("marked", .strong)] : []
            }
            columns.insert(column, at: 2)
        }
        return Table(columns: columns)
    }

    private static func sign(_ row: JobRow, _ state: State) -> [Span] {
        guard let run = row.active ?? row.runs?.first else { return [] }
        let standing = Standing(of: run)
        let mark = String(standing.mark(state.settings.charset))
        return [Span(mark, row.role(standing.role), isChanged: state.isChanged(run, .status))]
    }

    private static func stateSpans(_ job: JobListItem) -> [Span] {
        switch job.state {
        case .known(.active): [Span("active", .muted)]
        case .known(.paused): [Span("paused", .warning)]
        case .unrecognized(let word): [Span(word)]
        }
    }

    private static func underWay(_ row: JobRow, _ state: State) -> [Span] {
        guard let run = row.active else { return [] }
        guard let gauge = Gauge(of: run) else { return [Span(run.status.raw.lowercased(), row.role(.active))] }
        let bar = gauge.bar(10, state.settings.charset, hasEighths: state.settings.hasEighths)
        let percent = [Span(" "), Span(gauge.percent, isChanged: state.isChanged(run, .done))]
        return (bar + percent).map { $0.inRole(row.role($0.role)) }
    }

    private static func rate(_ row: JobRow) -> [Span] {
        (row.progress?.recentRate ?? row.progress?.rate).map { [Span(Wording.rate($0), row.role(.normal))] } ?? []
    }

    private static func ends(_ row: JobRow, _ state: State) -> [Span] {
        (row.progress?.end).map { [Span(Wording.end($0, in: state), row.role(.active))] } ?? []
    }

    private static func lastRun(_ row: JobRow, _ state: State) -> [Span] {
        guard let last = row.lastActivity else { return [Span(row.runs == nil ? "" : "never", .muted)] }
        if state.showsTimeOfDay {
            return [Span(Wording.dayOrTime(last, now: state.now.wall, state.settings.offsets))]
        }
        return [Span(Wording.roughAge(state.serverNow.timeIntervalSince(last)), row.role(.normal))]
    }

    private static func next(_ row: JobRow, _ state: State) -> [Span] {
        [Span(Wording.schedule(of: row.job, now: state.serverNow), .muted)]
    }

    /// The reason for the state of the job: the job's own reason comes before that of its newest run.
    private static func what(_ row: JobRow, _ state: State) -> [Span] {
        let asked = state.actions.deed(onJob: row.job.id, of: state.profile.id).flatMap { Wording.inRow($0, state) }
        let age = row.overdue.map { [Span("\(Wording.age($0)) old: ", .warning)] } ?? []
        return (asked.map { [$0, Span("  ")] } ?? []) + age + why(row)
    }

    private static func why(_ row: JobRow) -> [Span] {
        if let worst = row.verdicts.first {
            let titles = row.verdicts.map { Wording.short($0.kind) }.joined(separator: ", ")
            return [Span(titles, row.role(worst.severity.role))]
        }
        if row.job.state == .known(.paused), let reason = row.job.reason {
            return [Span([reason.type.raw, reason.message].filter { !$0.isEmpty }.joined(separator: ": "), .warning)]
        }
        guard let run = row.active ?? row.runs?.first else { return [] }
        return [Span(Wording.why(of: run), row.role(Standing(of: run).role))]
    }
}
