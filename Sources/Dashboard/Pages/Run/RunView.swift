import Intuned
import TextScreen

/// Draws a run: headline, gauge, and as many of the four panes as fit.
enum RunView {
    private static let wide = 96
    private static let leastPane = 3
    /// Rows of headline and gauge.
    private static let summaryRows = 2

    private static func judgement(_ page: RunPage, _ run: JobRun, _ state: State) -> [[Span]] {
        RunJudgement.lines(page.key, run, state, rows: state.layout.page.rows)
    }

    /// The room for the panes on the whole page.
    private static func below(_ page: RunPage, _ run: JobRun, _ state: State) -> Region {
        state.layout.page.dropTop(summaryRows + judgement(page, run, state).count)
    }

    /// The largest scroll position of a pane.
    static func lastScroll(of pane: RunPage.Pane, page: RunPage, in state: State) -> Int {
        guard let run = state.records.run(page.key), let region = panes(page, run, state, in: below(page, run, state))[pane]
        else {
            return 0
        }
        let inner = region.inset(columns: 2, rows: 1)
        return max(0, RunFacts.lines(of: pane, run, page: page, columns: inner.columns, state).count - inner.rows)
    }

    /// The visible lines of a pane.
    static func height(of pane: RunPage.Pane, page: RunPage, in state: State) -> Int {
        guard let run = state.records.run(page.key) else { return 1 }
        return max(1, (panes(page, run, state, in: below(page, run, state))[pane]?.rows ?? Frame.border) - Frame.border)
    }

    static func draw(_ page: RunPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard let run = state.records.run(page.key) else {
            canvas.writeCentered(Placeholder.text(for: .run(page.key), in: state), in: region)
            return
        }
        let line = region.inset(columns: 1, rows: 0)
        let origin = RunSummary.origin(run, state)
        let headline = RunSummary.headline(run, state) + RunSummary.asked(page.key, state)
        let used = canvas.write(headline, column: line.column, row: region.row, limit: line.columns)
        let width = origin.reduce(0) { $0 + ScreenText.columns(of: $1.text, charset: canvas.charset) }
        if used + width + 2 <= line.columns { canvas.write(origin, endingAt: line.endColumn, row: region.row, limit: width) }
        RunSummary.drawGauge(run, state, on: &canvas, in: line.row(region.row + 1))
        let judgement = judgement(page, run, state)
        for (offset, spans) in judgement.enumerated() {
            canvas.write(spans, column: line.column, row: region.row + summaryRows + offset, limit: line.columns)
        }
        let panes = panes(page, run, state, in: region.dropTop(summaryRows + judgement.count))
        for pane in RunPage.Pane.allCases {
            guard let box = panes[pane] else { continue }
            draw(pane, run, page, state, on: &canvas, in: box, isAlone: panes.count == 1)
        }
    }

    private static func draw(
        _ pane: RunPage.Pane, _ run: JobRun, _ page: RunPage, _ state: State, on canvas: inout Canvas, in box: Region,
        isAlone: Bool
    ) {
        let inner = box.inset(columns: 2, rows: 1)
        let lines = RunFacts.lines(of: pane, run, page: page, columns: inner.columns, state)
        let top = page.scrolled[pane] ?? 0
        let isCut = lines.count > inner.rows
        let note = isCut ? "\(top + 1)-\(min(lines.count, top + inner.rows)) of \(lines.count)" : ""
        let title = isAlone ? "\(pane.title) \(pane.rawValue + 1)/\(RunPage.Pane.allCases.count), Tab: next" : pane.title
        Frame(title: title, note: note, isFocused: pane == page.pane).draw(on: &canvas, in: box)
        for (offset, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
        }
    }

    /// The region of each visible pane: two by two on a wide screen, stacked on a tall one, else only the focused pane.
    private static func panes(_ page: RunPage, _ run: JobRun, _ state: State, in region: Region) -> [RunPage.Pane: Region] {
        func need(_ pane: RunPage.Pane, _ columns: Int) -> Int {
            RunFacts.lines(of: pane, run, page: page, columns: columns - 4, state).count + Frame.border
        }
        if region.columns >= wide, region.rows >= leastPane * 2 {
            let half = region.columns / 2
            let upper = max(need(.error, half), need(.reason, half))
            let lower = max(need(.results, half), need(.run, half))
            let isUpper = page.pane == .error || page.pane == .reason
            let rows = share(region.rows, among: [upper, lower], focused: isUpper ? 0 : 1)
            let (top, bottom) = (region.top(rows[0]), region.dropTop(rows[0]).top(rows[1]))
            return [
                .error: top.left(half), .reason: top.dropLeft(half), .results: bottom.left(half), .run: bottom.dropLeft(half),
            ]
        }
        let all = RunPage.Pane.allCases
        guard region.rows >= leastPane * all.count else { return [page.pane: region] }
        let rows = share(region.rows, among: all.map { need($0, region.columns) }, focused: page.pane.rawValue)
        var rest = region
        var panes: [RunPage.Pane: Region] = [:]
        for (pane, height) in zip(all, rows) {
            panes[pane] = rest.top(height)
            rest = rest.dropTop(height)
        }
        return panes
    }

    /// Distributes rows to boxes: first to the focused one as needed, then to the others in order; no box is larger than its content.
    private static func share(_ rows: Int, among needs: [Int], focused: Int) -> [Int] {
        var shares = needs.map { _ in leastPane }
        var spare = rows - leastPane * needs.count
        for index in [focused] + needs.indices where spare > 0 {
            let extra = min(spare, max(0, needs[index] - shares[index]))
            shares[index] += extra
            spare -= extra
        }
        return shares
    }
}
