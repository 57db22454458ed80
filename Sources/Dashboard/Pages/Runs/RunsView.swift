import FoundationEssentials
import Intuned
import TextScreen

/// Draws a job's runs with a preview of the selected run: beside the list on a wide screen, below it on a tall one.
enum RunsView {
    private static let wide = 150
    private static let tall = 20
    private static let previewRows = 9

    /// Rows of the list on the screen, without caption and titles.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { regions(state.layout.page).list.dropTop(2) }

    private static func regions(_ region: Region) -> (list: Region, preview: Region?) {
        if region.columns >= wide {
            let width = region.columns * 2 / 5
            return (region.left(region.columns - width), region.dropLeft(region.columns - width))
        }
        guard region.rows >= tall else { return (region, nil) }
        return (region.dropBottom(previewRows), region.bottom(previewRows))
    }

    static func draw(_ page: RunsPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let listing = state.records.listings[page.job] else {
            canvas.writeCentered(Placeholder.text(for: .newestRuns(job: page.job), in: state), in: region)
            return
        }
        let rows = page.shown.rows
        let regions = regions(region)
        let list = regions.list
        canvas.write(caption(page, rows, listing, state), column: list.column + 1, row: list.row, limit: list.columns - 2)
        guard !rows.isEmpty else {
            canvas.writeCentered(emptyText(page, listing), in: list.dropTop(1))
            return
        }
        let shown = Array(rows.dropFirst(page.cursor.top).prefix(listHeight(in: state)))
        table(page, state).arranged(by: state.lists[.runs], state.settings.charset)
            .draw(shown.map(\.run), selected: page.cursor.index - page.cursor.top, on: &canvas, in: list.dropTop(1))
        for (offset, row) in shown.enumerated() {
            guard case .gap(let places) = row else { continue }
            canvas.write(
                Wording.gap(places), column: list.column + 3, row: list.row + 2 + offset, limit: list.columns - 4, role: .muted)
        }
        if let preview = regions.preview, let key = page.selected, let run = listing.run(key.run) {
            RunPreview.draw(key, run, state, on: &canvas, in: preview)
        }
    }

    private static func caption(_ page: RunsPage, _ rows: [ShownRuns.Row], _ listing: RunsListing, _ state: State) -> [Span] {
        let total = listing.totalCount ?? listing.runs.count
        var spans = [Span(Wording.count(total, "run"), .strong)]
        if listing.runs.count < total { spans.append(Span(Wording.loaded(listing.runs.count), .muted)) }
        if !page.shown.gaps.isEmpty {
            spans.append(Span(", \(Wording.place(page.shown.place(ofRow: page.cursor.index), of: total))", .active))
        }
        let marked = state.marked.count
        if marked > 0 { spans.append(Span(", \(Wording.number(marked)) marked", .active)) }
        let hidden = state.hiddenMarks
        if hidden > 0 { spans.append(Span(", \(Wording.number(hidden)) marked but hidden by the filter", .muted)) }
        let deed = state.actions.deed(onJob: page.job, of: page.profile)
        if let asked = deed.flatMap({ Wording.inRow($0, state) }) { spans += [Span(", ", .muted), asked] }
        return spans + Caption.filter(page.filter, RunFields.names, shown: rows.count) + Caption.order(state.order(of: .runs))
            + Caption.badRows(listing.badRows)
    }

    private static func emptyText(_ page: RunsPage, _ listing: RunsListing) -> String {
        listing.runs.isEmpty
            ? Wording.noRuns(of: page.job, areUnreadable: !listing.badRows.isEmpty) : Wording.noRunMatches(page.filter.text)
    }

    static func table(_ page: RunsPage, _ state: State) -> Table<JobRun> {
        let shortIDs = state.records.listings[page.job]?.shortIDs ?? ShortIDs()
        let charset = state.settings.charset
        let ellipsis = Glyphs(charset).ellipsis
        let known = state.knownUntil
        let filled = page.shown.filled
        var columns: [Column<JobRun>] = [
            Column(title: "", width: .fixed(1), importance: 10) {
                [Span(String(Standing(of: $0).mark(charset)), Standing(of: $0).role, isChanged: state.isChanged($0, .status))]
            },
            Column(title: "STATUS", width: .fixed(10), importance: 9, field: "status", mutesRepeats: true) {
                [Span($0.status.raw, Standing(of: $0).role, isChanged: state.isChanged($0, .status))]
            },
            Column(title: "RUN", width: .fixed(max(10, shortIDs.width)), importance: 10, field: "id") {
                [Span(shortIDs.short($0.id, ellipsis: ellipsis), .strong)]
            },
            Column(title: "TYPE", width: .fixed(9), importance: 1, field: "type", isEmpty: !filled.type) {
                [Span($0.type?.raw.lowercased() ?? "", .muted)]
            },
            Column(title: "STARTED", width: .fixed(state.showsTimeOfDay ? 11 : 8), importance: 8, field: "started") {
                started($0, state)
            },
            Column(title: "TOOK", width: .fixed(8), importance: 5, field: "took") { took($0, known) },
            Column(
                title: "DONE", width: .fixed(filled.left ? 12 : 5), importance: 4, isRightAligned: !filled.left, field: "done",
                isEmpty: !filled.done
            ) {
                done($0, state)
            },
            Column(title: "OK", width: .fixed(6), importance: 3, isRightAligned: true, field: "ok") {
                count($0.successfulRuns, .normal, isChanged: state.isChanged($0, .ok))
            },
            Column(
                title: "FAILED", width: .fixed(6), importance: 6, isRightAligned: true, field: "failed", isEmpty: !filled.failed
            ) {
                count($0.failedRuns, .bad, isChanged: state.isChanged($0, .failed))
            },
            Column(title: "LEFT", width: .fixed(6), importance: 2, isRightAligned: true, field: "left", isEmpty: !filled.left) {
                $0.isActive ? count($0.left, .normal, isChanged: state.isChanged($0, .done)) : []
            },
            Column(title: "WHY", width: .flexible(least: 12, most: .max), importance: 7, field: "reason", mutesRepeats: true) {
                asked($0, page, state) + [Span(Wording.why(of: $0), Standing(of: $0).role)]
            },
        ]
        let marks = Set(state.marked.map(\.run))
        if !marks.isEmpty || state.fetches.keys.contains(where: { $0.job == page.job }) {
            let results = Column<JobRun>(title: "RESULTS", width: .fixed(8), importance: 8) { run in
                if marks.contains(run.id) { return [Span("marked", .strong)] }
                return state.fetches[RunKey(profile: page.profile, job: page.job, run: run.id)].map {
                    [Span(Wording.word($0), $0.role)]
                } ?? []
            }
            columns.insert(results, at: 3)
        }
        return Table(columns: columns)
    }

    private static func asked(_ run: JobRun, _ page: RunsPage, _ state: State) -> [Span] {
        let key = RunKey(profile: page.profile, job: page.job, run: run.id)
        return state.actions.deed(onRun: key).flatMap { Wording.inRow($0, state) }.map { [$0, Span("  ")] } ?? []
    }

    private static func started(_ run: JobRun, _ state: State) -> [Span] {
        guard let start = run.startTime else { return [] }
        guard let date = start.date else { return [Span(start.text)] }
        if state.showsTimeOfDay { return [Span(Wording.timeInList(date, now: state.now.wall, state.settings.offsets))] }
        return [Span("\(Wording.roughAge(state.serverNow.timeIntervalSince(date))) ago")]
    }

    private static func took(_ run: JobRun, _ known: Date) -> [Span] {
        RunDuration(of: run, known: known).map { [Span(Wording.column($0), run.isActive ? .active : .normal)] } ?? []
    }

    private static func done(_ run: JobRun, _ state: State) -> [Span] {
        guard let gauge = Gauge(of: run) else { return [Span("-", .muted)] }
        let isChanged = state.isChanged(run, .done)
        guard run.isActive else { return [Span(gauge.percent, gauge.isComplete ? .muted : .normal, isChanged: isChanged)] }
        return gauge.bar(6, state.settings.charset, hasEighths: state.settings.hasEighths)
            + [Span(" "), Span(gauge.percent, isChanged: isChanged)]
    }

    private static func count(_ value: Int?, _ role: Role, isChanged: Bool) -> [Span] {
        guard let value else { return [Span("-", .muted)] }
        return [Span(Wording.number(value), value == 0 ? .muted : role, isChanged: isChanged)]
    }
}
