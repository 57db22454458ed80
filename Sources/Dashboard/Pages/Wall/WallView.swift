import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// Draws the wall over the whole screen.
enum WallView {
    static func draw(_ page: WallPage, _ state: State, on canvas: inout Canvas, in screen: Region) {
        let signal = WallSignal(state)
        if state.judgements.problems.isEmpty, signal.banner == nil {
            return WallCalm.draw(state, signal, on: &canvas, in: screen)
        }
        let layout = WallLayout(state)
        drawHead(state, on: &canvas, in: screen.top(1))
        drawTiles(page, state, layout, on: &canvas)
        drawFoot(page, state, signal, layout, on: &canvas, in: screen.bottom(1))
        guard let banner = signal.banner else { return }
        canvas.replaceRoles(in: screen) { _ in .stale }
        draw(banner, on: &canvas, in: screen)
    }

    private static func drawHead(_ state: State, on canvas: inout Canvas, in line: Region) {
        let age = state.age.map { Wording.freshness($0.freshness, age: $0.age) } ?? ""
        let clock = String(Wording.timeOfDay(state.now.wall, now: state.now.wall, state.settings.offsets).prefix(5))
        let right = [Span(age, .muted), Span("  "), Span(clock, .strong)]
        let width = min(line.columns / 2, age.count + clock.count + 2)
        let name = WallTile.capitals(state.profile.settings.project)
        canvas.write(name, column: line.column + 1, row: line.row, limit: line.columns - width - 4, role: .title)
        canvas.write(right, endingAt: line.endColumn - 1, row: line.row, limit: width)
    }

    private static func drawTiles(_ page: WallPage, _ state: State, _ layout: WallLayout, on canvas: inout Canvas) {
        let problems = state.judgements.problems
        let first = page.screenful(of: layout.screenfuls, in: state) * layout.capacity
        let shown = problems.dropFirst(first).prefix(layout.capacity).map { WallTile($0, in: state) }
        var free: [Region]
        if layout.isLarge {
            for (tile, place) in zip(shown, layout.largePlaces(shown.count)) { drawLarge(tile, on: &canvas, in: place) }
            free = layout.smallPlaces(in: layout.rest(below: shown.count))
        } else {
            let places = layout.smallPlaces(in: layout.body)
            for (tile, place) in zip(shown, places) { drawSmall(tile, on: &canvas, in: place) }
            free = Array(places.dropFirst(shown.count))
        }
        let troubled = Set(problems.flatMap(\.jobs))
        for job in state.records.jobs?.jobs ?? [] where !free.isEmpty && !troubled.contains(job.id) {
            guard let run = state.activeRun(of: job.id) else { continue }
            drawSmall(WallTile(job.id, run, in: state), on: &canvas, in: free.removeFirst())
        }
    }

    private static func drawEdge(_ role: Role, on canvas: inout Canvas, in place: Region) {
        canvas.fill(place.left(1), with: canvas.charset != .ascii ? "█" : "|", role: role)
    }

    private static func drawLarge(_ tile: WallTile, on canvas: inout Canvas, in place: Region) {
        drawEdge(tile.role, on: &canvas, in: place)
        let inner = place.dropLeft(2)
        let letters = BigLetters(canvas.charset)
        if let width = letters.width(of: tile.name), width <= inner.columns {
            letters.draw(tile.name, on: &canvas, column: inner.column, row: inner.row, role: tile.role)
        } else {
            let middle = inner.row + (letters.height - 1) / 2
            canvas.write(tile.name, column: inner.column, row: middle, limit: inner.columns, role: .strong)
        }
        // Side by side: from afar nobody follows a line over an empty middle.
        let gauge = [Span("   ")] + tile.bar(10, canvas.charset)
        let line = [Span("\(tile.mark) ", tile.role), Span(tile.what, .strong)] + [Span("   \(tile.time)", .muted)] + gauge
        canvas.write(line, column: inner.column, row: place.endRow - 1, limit: inner.columns)
    }

    private static func drawSmall(_ tile: WallTile, on canvas: inout Canvas, in place: Region) {
        drawEdge(tile.role, on: &canvas, in: place)
        let inner = place.dropLeft(2)
        let percent = tile.what.isEmpty ? "" : tile.gauge?.percent ?? ""
        let name = [Span("\(tile.mark) ", tile.role), Span(tile.name, .strong)]
        canvas.write(name, column: inner.column, row: inner.row, limit: inner.columns - percent.count - 1)
        canvas.write([Span(percent)], endingAt: inner.endColumn, row: inner.row, limit: percent.count)
        let text = inner.dropLeft(2)
        if tile.what.isEmpty, tile.gauge != nil {
            let bar = tile.bar(max(4, text.columns - 6), canvas.charset)
            canvas.write(bar, column: text.column, row: text.row + 1, limit: text.columns)
        } else {
            canvas.write(tile.what, column: text.column, row: text.row + 1, limit: text.columns, role: tile.role)
        }
        canvas.write(tile.time, column: text.column, row: text.row + 2, limit: text.columns, role: .muted)
    }

    private static func drawFoot(
        _ page: WallPage, _ state: State, _ signal: WallSignal, _ layout: WallLayout, on canvas: inout Canvas, in line: Region
    ) {
        var right = [Span("Esc back", .muted)]
        if layout.screenfuls > 1 {
            let shown = page.screenful(of: layout.screenfuls, in: state) + 1
            right.insert(Span("\(shown)/\(layout.screenfuls)  ", .strong), at: 0)
        }
        let width = right.reduce(0) { $0 + $1.text.count }
        let limit = line.columns - width - 4
        let counts = WallCalm.counts(state, signal, limit: limit, canvas.charset)
        canvas.write(counts, column: line.column + 1, row: line.row, limit: limit)
        canvas.write(right, endingAt: line.endColumn - 1, row: line.row, limit: width)
    }

    private static func draw(_ banner: WallSignal.Banner, on canvas: inout Canvas, in screen: Region) {
        let sizes = screen.rows >= 14 ? [BigLetters(canvas.charset, isDouble: true), BigLetters(canvas.charset)] : []
        let letters = sizes.first { ($0.width(of: banner.words) ?? .max - 6) + 6 <= screen.columns }
        let large = letters?.width(of: banner.words)
        let height = min(screen.rows, (letters?.height ?? 1) + 5)
        // The whole width, so that no tile looks as if it were current.
        let box = screen.dropTop((screen.rows - height) / 2).top(height)
        canvas.fill(box)
        let row = box.row + 1
        if let letters, let large {
            letters.draw(banner.words, on: &canvas, column: (screen.columns - large) / 2, row: row, role: banner.role)
        } else {
            let column = (screen.columns - banner.words.count) / 2
            canvas.write(banner.words, column: column, row: row, role: banner.role)
        }
        let column = max(1, (screen.columns - banner.text.count) / 2)
        canvas.write(banner.text, column: column, row: box.endRow - 2, limit: screen.columns - 2, role: .strong)
    }
}
