import Intuned
import TextScreen

/// Draws a run: headline, gauge, and as many of its panes as fit.
enum RunView {
    /// Rows of headline and gauge.
    private static let summaryRows = 2

    private static func judgement(_ page: RunPage, _ run: JobRun, _ state: State) -> [[Span]] {
        RunJudgement.lines(page.key, run, state, rows: state.layout.page.rows)
    }

    /// The panes on the whole page.
    private static func panes(_ page: RunPage, in state: State) -> RunPanes? {
        guard let run = state.records.run(page.key) else { return nil }
        let region = state.layout.page.dropTop(summaryRows + judgement(page, run, state).count)
        return RunPanes(page, run, state, in: region)
    }

    /// The lines of a pane, as many as there are.
    static func lineCount(of pane: RunPage.Pane, _ run: JobRun, page: RunPage, columns: Int, _ state: State) -> Int {
        guard pane != .causes else { return RunCauses.lineCount(page.key, run, columns: columns, state) }
        return RunFacts.lines(of: pane, run, page: page, columns: columns, state).count
    }

    /// The largest scroll position of a pane.
    static func lastScroll(of pane: RunPage.Pane, page: RunPage, in state: State) -> Int {
        guard let run = state.records.run(page.key), let placed = panes(page, in: state)?[pane] else { return 0 }
        return max(0, lineCount(of: pane, run, page: page, columns: placed.inner.columns, state) - placed.inner.rows)
    }

    /// The visible lines of a pane.
    static func height(of pane: RunPage.Pane, page: RunPage, in state: State) -> Int {
        max(1, panes(page, in: state)?[pane]?.inner.rows ?? 1)
    }

    /// The rows of the list of causes; nil while there is none on the screen.
    static func causesRegion(page: RunPage, in state: State) -> Region? {
        guard let causes = state.causes(of: page.key), !causes.groups.isEmpty else { return nil }
        return panes(page, in: state)?[.causes].map { RunCauses.list(causes, in: $0.inner) }
    }

    /// Visible rows of the list of causes.
    static func listHeight(page: RunPage, in state: State) -> Int {
        max(1, causesRegion(page: page, in: state)?.rows ?? 1)
    }

    /// The panes that Tab visits: the list of causes, the results beside it, and what is not on the screen as a whole.
    static func panesToVisit(_ page: RunPage, in state: State) -> [RunPage.Pane] {
        guard let run = state.records.run(page.key), let panes = panes(page, in: state) else { return [page.pane] }
        let hasList = state.causes(of: page.key)?.groups.isEmpty == false
        return RunPanes.all(of: page.key, run, state).filter { pane in
            pane == page.pane || hasList && (pane == .causes || pane == .results) || panes[pane]?.isCut ?? true
        }
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
        let panes = RunPanes(page, run, state, in: region.dropTop(summaryRows + judgement.count))
        let blank: [[Span]] = panes.brief.isEmpty || !judgement.isEmpty ? [] : [[]]
        for (offset, spans) in (judgement + blank + panes.brief).prefix(max(0, region.rows - summaryRows)).enumerated() {
            canvas.write(spans, column: line.column, row: region.row + summaryRows + offset, limit: line.columns)
        }
        let all = RunPanes.all(of: page.key, run, state)
        for placed in panes.placed {
            let isAlone = panes.placed.count == 1 && all.count > 1
            let place = all.firstIndex(of: placed.pane).map { " \($0 + 1)/\(all.count), Tab: next" } ?? ""
            draw(placed, run, page, state, on: &canvas, suffix: isAlone ? place : "")
        }
    }

    private static func draw(
        _ placed: RunPanes.Placed, _ run: JobRun, _ page: RunPage, _ state: State, on canvas: inout Canvas, suffix: String
    ) {
        let inner = placed.inner
        let isList = placed.pane == .causes && state.causes(of: page.key)?.groups.isEmpty == false
        let title = (placed.pane == .causes ? RunCauses.title(page.key, state) : placed.pane.title) + suffix
        let lines = placed.pane == .causes ? [] : RunFacts.lines(of: placed.pane, run, page: page, columns: inner.columns, state)
        let top = page.scrolled[placed.pane] ?? 0
        if isList || placed.isCut {
            let isScrolled = placed.isCut && !isList
            let note = isScrolled ? "\(top + 1)-\(min(lines.count, top + inner.rows)) of \(lines.count)" : ""
            Frame(title: title, note: note, isFocused: placed.pane == page.pane).draw(on: &canvas, in: placed.box)
        } else {
            let hasOthers = state.causes(of: page.key)?.groups.isEmpty == false
            Heading(title: title, isFocused: hasOthers && placed.pane == page.pane).draw(on: &canvas, in: placed.box)
        }
        guard placed.pane != .causes else { return RunCauses.draw(page, run, state, on: &canvas, in: inner) }
        for (offset, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
            canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
        }
    }
}
