import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// Draws the wall over the whole screen.
enum WallView {
    private static let leastTile = 36
    private static let tileRows = 4
    private static let headRows = 3

    /// A tile: a job in capitals, a line about it, and a gauge for an active run.
    private struct Tile {
        var title: String
        var text: String
        var note: String
        var role: Role
        var gauge: Gauge?
    }

    static func draw(_ page: WallPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        drawHead(state, on: &canvas, in: region)
        guard state.records.jobs != nil else {
            canvas.writeCentered(Placeholder.text(for: .jobs, in: state), in: region.dropTop(headRows))
            return
        }
        let body = region.dropTop(headRows).dropBottom(1)
        if state.judgements.problems.isEmpty, isCurrent(state) {
            drawCalm(state, on: &canvas, in: body)
        } else {
            draw(tiles(state), turned: page.turns + Int(state.now.uptime / WallPage.turn), on: &canvas, in: body)
        }
        let foot = Wording.wallFoot(running: active(state).count, of: state.records.jobs?.jobs ?? [], in: state)
        canvas.write(foot, column: region.column + 2, row: region.endRow - 1, limit: region.columns - 4, role: .muted)
        if !isCurrent(state) {
            canvas.replaceRoles(in: body) { _ in .stale }
            drawNoSignal(state, on: &canvas, in: body)
        }
    }

    /// Whether what is shown may be taken for the present.
    private static func isCurrent(_ state: State) -> Bool {
        switch state.ageOfWhole?.freshness {
        case .live, .settled, .waiting, .late, nil: true
        case .stale, .held, .failing: false
        }
    }

    private static func drawHead(_ state: State, on canvas: inout Canvas, in region: Region) {
        let line = region.inset(columns: 2, rows: 0)
        let clock = Wording.timeOfDay(state.now.wall, now: state.now.wall, state.settings.offsets).prefix(5)
        canvas.write(
            state.profile.settings.project.uppercased(), column: line.column, row: region.row, limit: max(0, line.columns - 8),
            role: .title)
        canvas.write([Span(String(clock), .strong)], endingAt: line.endColumn, row: region.row, limit: 8)
        let problems = state.judgements.problems
        let text = problems.isEmpty ? "" : Wording.problems(problems.count, new: problems.count(where: \.isNew))
        canvas.write(
            text, column: line.column, row: region.row + 1, limit: line.columns / 2, role: problems.first?.severity.role ?? .good)
        if let age = state.ageOfWhole {
            let seen = [Span(Wording.seen(age.age), isCurrent(state) ? .muted : .bad)]
            canvas.write(seen, endingAt: line.endColumn, row: region.row + 1, limit: line.columns / 2)
        }
    }

    /// A few words that move to another place each minute, so that no phosphor remembers them.
    private static func drawCalm(_ state: State, on canvas: inout Canvas, in region: Region) {
        let text = Wording.allWell(state.ageOfWhole?.age)
        let minute = Int(state.now.wall.timeIntervalSinceReferenceDate / 60)
        let (columns, rows) = (max(1, region.columns - text.count - 2), max(1, region.rows))
        canvas.write(
            text, column: region.column + 1 + minute * 17 % columns, row: region.row + minute * 5 % rows, limit: region.columns,
            role: .good)
    }

    private static func drawNoSignal(_ state: State, on canvas: inout Canvas, in region: Region) {
        let text = Wording.noSignal(state.ageOfWhole?.age)
        let width = min(region.columns, text.count + 6)
        let box = Region(
            column: region.column + (region.columns - width) / 2, row: region.row + max(0, region.rows / 2 - 2), columns: width,
            rows: min(region.rows, 3))
        canvas.fill(box)
        let inner = Frame(title: "", isFocused: true).draw(on: &canvas, in: box)
        canvas.write(text, column: inner.column + 2, row: inner.row, limit: inner.columns - 2, role: .bad)
    }

    private static func active(_ state: State) -> [(job: String, run: JobRun)] {
        (state.records.jobs?.jobs ?? []).compactMap { job in
            (state.records.listings[job.id]?.runs.first(where: \.isActive)).map { (job.id, $0) }
        }
    }

    /// Problems first, then what runs; a job with a problem has no second tile.
    private static func tiles(_ state: State) -> [Tile] {
        let problems = state.judgements.problems
        let named = Set(problems.flatMap(\.jobs))
        let bad = problems.map { problem in
            let since = problem.since.map { Wording.age(state.serverNow.timeIntervalSince($0)) } ?? ""
            let mark = problem.severity.mark(state.settings.charset)
            return Tile(
                title: "\(mark) \(Wording.subject(of: problem).uppercased())", text: Wording.title(of: problem), note: since,
                role: problem.severity.role)
        }
        let moving = active(state).filter { !named.contains($0.job) }.map { job, run in
            let end = state.progress(of: run, usual: state.usual(for: run, of: job))?.end
            return Tile(
                title: "\(Standing(of: run).mark(state.settings.charset)) \(job.uppercased())", text: run.status.raw.lowercased(),
                note: end.map { Wording.end($0, in: state) } ?? "", role: .active, gauge: Gauge(of: run))
        }
        return bad + moving
    }

    /// As many tiles as fit; where there are more, they take turns.
    private static func draw(_ tiles: [Tile], turned: Int, on canvas: inout Canvas, in region: Region) {
        let columns = max(1, (region.columns - 2) / (leastTile + 2))
        let width = (region.columns - 2) / columns - 1
        let room = max(1, columns * max(1, region.rows / tileRows))
        let pages = max(1, (tiles.count + room - 1) / room)
        let page = ((turned % pages) + pages) % pages
        for (place, tile) in tiles.dropFirst(page * room).prefix(room).enumerated() {
            let box = Region(
                column: region.column + 1 + place % columns * (width + 1), row: region.row + place / columns * tileRows,
                columns: width, rows: min(tileRows, region.rows))
            draw(tile, on: &canvas, in: box)
        }
    }

    private static func draw(_ tile: Tile, on canvas: inout Canvas, in box: Region) {
        let inner = Frame(title: "").draw(on: &canvas, in: box).inset(columns: 1, rows: 0)
        guard !inner.isEmpty else { return }
        canvas.write(tile.title, column: inner.column, row: inner.row, limit: inner.columns, role: tile.role)
        let noteWidth = ScreenText.columns(of: tile.note, charset: canvas.charset)
        let limit = max(0, inner.columns - noteWidth - 1)
        if let gauge = tile.gauge {
            let bar = gauge.bar(max(4, limit - 8), canvas.charset) + [Span(" \(gauge.percent)", .strong)]
            canvas.write(bar, column: inner.column, row: inner.row + 1, limit: limit)
        } else {
            canvas.write(tile.text, column: inner.column, row: inner.row + 1, limit: limit, role: .strong)
        }
        canvas.write([Span(tile.note, .muted)], endingAt: inner.endColumn, row: inner.row + 1, limit: noteWidth)
    }
}
