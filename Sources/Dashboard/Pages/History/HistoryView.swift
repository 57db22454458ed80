import Intuned
import TextScreen

/// Draws the past of a job.
enum HistoryView {
    private static let barColumns = 24

    /// Rows of the list on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { state.layout.page.dropTop(2) }

    static func draw(_ page: HistoryPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let rows = page.shown.rows
        guard let listing = state.records.listings[page.job], !rows.isEmpty else {
            canvas.writeCentered(Placeholder.text(for: .newestRuns(job: page.job), in: state), in: region)
            return
        }
        let total = listing.totalCount ?? listing.runs.count
        var caption = [Span(Wording.count(total, "run"), .strong)]
        if listing.runs.count < total { caption.append(Span(Wording.loaded(listing.runs.count), .muted)) }
        canvas.write(caption, column: region.column + 1, row: region.row, limit: region.columns - 2)
        let shown = Array(rows.dropFirst(page.cursor.top).prefix(listHeight(in: state)))
        // The bars of all rows have one scale, so that they can be compared.
        let longest = shown.compactMap { seconds($0, state) }.reduce(page.shown.longest, max)
        table(page, longest: longest, state)
            .draw(shown, selected: page.cursor.index - page.cursor.top, on: &canvas, in: region.dropTop(1))
    }

    private static func table(_ page: HistoryPage, longest: Double, _ state: State) -> Table<HistoryRow> {
        let charset = state.settings.charset
        return Table(columns: [
            Column(title: page.isByDay ? "DAY" : "STARTED", width: .fixed(11), importance: 10) {
                [Span(page.isByDay ? $0.id : started($0, state))]
            },
            Column(title: page.isByDay ? "RUNS" : "", width: .fixed(page.isByDay ? RunStrip.width : 1), importance: 9) { row in
                if page.isByDay { return RunStrip.spans(row.runs, state.settings) }
                return row.runs.first.map { [Span(String(Standing(of: $0).mark(charset)), Standing(of: $0).role)] } ?? []
            },
            Column(title: "TOOK", width: .fixed(8), importance: 8, isRightAligned: true) { row in
                seconds(row, state).map { [Span(Wording.duration($0))] } ?? []
            },
            Column(title: "", width: .fixed(barColumns), importance: 6) { row in
                let isActive = row.runs.first?.isActive ?? false
                let share = seconds(row, state).map { longest > 0 ? $0 / longest : 0 }
                return bar(share, isActive ? .active : .muted, state)
            },
            Column(title: "FAILED", width: .fixed(7), importance: 7, isRightAligned: true) { row in
                row.failureShare.map { [Span(Wording.percent($0), $0 > 0 ? .bad : .muted)] } ?? []
            },
            Column(title: "", width: .fixed(barColumns), importance: 5) { bar($0.failureShare, .gaugeBad, state) },
            Column(title: "WHY", width: .flexible(least: 10, most: .max), importance: 4, mutesRepeats: true) { row in
                row.runs.first.map { [Span(Wording.why(of: $0), Standing(of: $0).role)] } ?? []
            },
        ])
    }

    private static func started(_ row: HistoryRow, _ state: State) -> String {
        guard let start = row.runs.first?.startTime else { return "" }
        return start.date.map { Wording.timeInList($0, now: state.now.wall, state.settings.offsets) } ?? start.text
    }

    /// What a row took; of an active run, so far.
    private static func seconds(_ row: HistoryRow, _ state: State) -> Double? {
        row.seconds ?? row.runs.first.flatMap { RunDuration(of: $0, known: state.knownUntil)?.seconds }
    }

    /// A bar from 0 to 1; what is not nothing gets a cell.
    private static func bar(_ share: Double?, _ role: Role, _ state: State) -> [Span] {
        guard let share, share > 0 else { return [] }
        let cells = max(1, Int((min(1, share) * Double(barColumns)).rounded()))
        return [Span(String(repeating: Glyphs(state.settings.charset).bar(state.settings.hasEighths), count: cells), role)]
    }
}
