import FoundationEssentials
import Intuned
import TextScreen

/// The top line: the path to the shown page, the age of its data, and the clock.
enum TopLine {
    /// Draws the line; a narrow screen drops the clock first, then the rate of requests, the wait, and the beginning of the path.
    ///
    /// A difference from the server's clock is named before all parts that may be dropped.
    static func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        let (path, limit, right) = parts(state, canvas.charset, in: region)
        canvas.write(path, column: region.column + 1, row: region.row, limit: limit, role: .title)
        canvas.write(right, endingAt: region.endColumn - 1, row: region.row, limit: region.columns - 2)
    }

    /// The level of the stack whose crumb is in a column of the line; nil for a separator and for the rest of the line.
    static func level(at column: Int, _ state: State, in region: Region) -> Int? {
        let charset = state.settings.charset
        func columns(_ text: String) -> Int { ScreenText.columns(of: text, charset: charset, upTo: region.columns) }
        let (path, limit, _) = parts(state, charset, in: region)
        let start = region.column + 1
        // The beginning of a long path is not shown, so crumbs are measured from its end.
        var end = start + min(limit, columns(path))
        guard column >= start, column < end else { return nil }
        for level in state.stack.indices.reversed() {
            let first = end - columns(state.stack[level].content.crumb(in: state))
            if column >= first { return column < end ? level : nil }
            end = first - columns(separator(charset))
        }
        return nil
    }

    /// The shown part of the path, its width, and the text at the right edge.
    private static func parts(
        _ state: State, _ charset: Charset, in region: Region
    ) -> (path: String, limit: Int, right: [Span]) {
        let age = freshness(of: state)
        let rest = [allowance(state), skew(state), next(state), rate(state), clock(state)]
        let path = crumbs(state)
        let pathWidth = ScreenText.columns(of: path, charset: charset, upTo: region.columns)
        var shown = rest
        func width() -> Int {
            ScreenText.columns(of: joined([age] + shown, charset).map(\.text).joined(), charset: charset)
        }
        let leastPath = min(pathWidth, max(12, region.columns / 3))
        while !shown.isEmpty, width() + leastPath + 4 > region.columns { shown.removeLast() }
        let limit = max(0, region.columns - width() - 4)
        return (fitted(path, limit, charset), limit, joined([age] + shown, charset))
    }

    private static func joined(_ parts: [[Span]], _ charset: Charset) -> [Span] {
        let separator = Span(" \(Glyphs(charset).dot) ", .muted)
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [separator]))
    }

    private static func crumbs(_ state: State) -> String {
        state.stack.map { $0.content.crumb(in: state) }.joined(separator: separator(state.settings.charset))
    }

    private static func separator(_ charset: Charset) -> String { " \(Glyphs(charset).crumb) " }

    /// The path cut to a width; the beginning is dropped, since the end matters most.
    private static func fitted(_ path: String, _ limit: Int, _ charset: Charset) -> String {
        guard limit > 2, ScreenText.columns(of: path, charset: charset, upTo: limit + 1) > limit else { return path }
        // A name from the platform can be of any length; only as much as could be shown is processed.
        var tail = String(path.unicodeScalars.suffix(limit * 8))
        while ScreenText.columns(of: tail, charset: charset, upTo: limit) > limit - 1 { tail.removeFirst() }
        return String(Glyphs(charset).ellipsis) + tail
    }

    private static func freshness(of state: State) -> [Span] {
        let glyphs = Glyphs(state.settings.charset)
        func failing(_ error: IntunedError, _ since: Moment) -> [Span] {
            [Span("\(glyphs.trouble) \(Wording.failing(error, for: since.seconds(until: state.now)))", .bad)]
        }
        // A page that does not age still shows that requests fail.
        guard let age = state.age else { return state.polling.outage.map { failing($0.error, $0.since) } ?? [] }
        let words = Wording.freshness(age.freshness, age: age.age)
        return switch age.freshness {
        case .waiting: [Span("\(glyphs.live) \(words)", .active)]
        case .live: [Span("\(glyphs.live) \(words)", .good)]
        case .late, .held: [Span("\(glyphs.trouble) \(words)", .warning)]
        case .stale: [Span("\(glyphs.trouble) \(words)", .bad)]
        case .settled: [Span("\(glyphs.live) \(words)", .good), Span(Wording.read(age.age), .muted)]
        case .failing(let error, let since): failing(error, since)
        }
    }

    private static func next(_ state: State) -> [Span] {
        guard let age = state.age else { return [] }
        // A countdown would change every second and say no more, as long as answers arrive.
        if age.freshness == .live, let every = age.every { return [Span(Wording.every(every), .muted)] }
        if age.isAsking {
            if case .failing = age.freshness { return [Span("trying", .muted)] }
            return age.freshness == .waiting ? [] : [Span("asking", .muted)]
        }
        if case .failing = age.freshness, state.polling.isPaused { return [Span("paused", .warning)] }
        guard let next = age.next else { return [] }
        var isRetry = false
        if case .failing = age.freshness { isRetry = true }
        return [Span(Wording.next(next, isRetry: isRetry), .muted)]
    }

    /// Whether actions are forbidden, or for how long they are allowed.
    private static func allowance(_ state: State) -> [Span] {
        if let seconds = state.armedFor { return [Span(Wording.armedInHeader(seconds), .warning)] }
        return state.isReadOnly ? [Span(Wording.readOnlyInHeader, .muted)] : []
    }

    /// Ages are counted on the server's clock, so the line says if the local clock differs.
    private static func skew(_ state: State) -> [Span] {
        if state.records.clocksDifferByYears { return [Span(Wording.serverClock(nil), .warning)] }
        guard abs(state.profile.skew) > State.tellingSkew else { return [] }
        return [Span(Wording.serverClock(state.profile.skew), .warning)]
    }

    private static func rate(_ state: State) -> [Span] {
        [Span("\(state.polling.budget.used(at: state.now.uptime)) req/min", .muted)]
    }

    private static func clock(_ state: State) -> [Span] {
        [Span(Wording.timeOfDay(state.now.wall, now: state.now.wall, state.settings.offsets))]
    }
}
