import FoundationEssentials
import Intuned
import TextScreen

/// The known facts of a run, as lines for a pane.
enum RunFacts {
    typealias Line = [Span]

    /// The most lines made of a text or of an error's details; they are made for each key.
    private static let mostLines = 5000
    /// The most characters processed of a text within one line; no screen is wider.
    private static let longestText = 2000
    /// The most lines of a configuration beside other panes, and the most characters of a name there.
    private static let (mostConfiguration, longestName) = (60, 30)

    /// The lines of one pane.
    static func lines(of pane: RunPage.Pane, _ run: JobRun, page: RunPage, columns: Int, _ state: State) -> [Line] {
        switch pane {
        case .error: error(run.error, columns: columns, state)
        case .reason: reason(run.reason, columns: columns, state)
        case .causes: []
        case .results: results(of: page.key, run, columns: columns, state)
        case .run: times(of: run, columns: columns, state) + ids(of: run, columns: columns, state)
        case .configuration: configuration(run, state)
        }
    }

    /// That a run has no error or no reason, and which items of an active run failed.
    static func brief(_ run: JobRun, columns: Int, _ state: State) -> [Line] {
        var parts: [Line] = []
        if run.error == nil { parts.append([Span("Error  ", .strong), Span("none", .muted)]) }
        if run.reason == nil { parts.append([Span("Reason  ", .strong), Span("none", .muted)]) }
        if run.isActive, let failed = run.failedRuns, failed > 0 {
            parts.append([Span(Wording.failedSoFar(failed), .warning)])
        }
        var lines: [Line] = []
        for part in parts {
            let gap = [Span("     ")]
            if let last = lines.last, width(last + gap + part) <= columns {
                lines[lines.count - 1] = last + gap + part
            } else {
                lines.append(part)
            }
        }
        return lines
    }

    private static func width(_ line: Line) -> Int { line.reduce(0) { $0 + ScreenText.columns(of: $1.text) } }

    /// The first lines of the configuration, secrets as dots; its page has all of them.
    static func configuration(_ run: JobRun, _ state: State) -> [Line] {
        guard let tree = run.snapshot?.tree else { return [] }
        let lines = Outline.lines(of: tree, folded: [], maximum: mostConfiguration)
        let names = lines.map { String(repeating: "  ", count: $0.depth) + $0.name.prefix(longestName) }
        let width = (names.map(\.count).max() ?? 0) + 2
        return zip(lines, names).map { line, name in
            [
                Span(name.padding(to: width), .muted),
                Span(line.text(isRevealed: false), line.isSecret ? .muted : .normal),
            ]
        }
    }

    /// The error with its details and advice; empty if there is none.
    static func error(_ error: RunError?, columns: Int, _ state: State) -> [Line] {
        guard let error else { return [] }
        let head = [error.code?.raw, error.category.map { "(\($0.raw))" }].compactMap { $0 }.joined(separator: " ")
        var lines: [Line] = [[Span(head, .bad), Span(error.isRetirable ? "  retry may help" : "", .muted)]]
        lines += wrapped(error.message, columns, .normal, state)
        lines += wrapped(Wording.advice(for: error), columns, .warning, state)
        if let id = error.correlationID { lines += fact("correlation id", id, columns, state) }
        if let url = error.docURL { lines += fact("documentation", url, columns, state, .link) }
        return lines + details(error.details)
    }

    /// The reason with its details and advice; empty if there is none.
    static func reason(_ reason: RunReason?, columns: Int, _ state: State) -> [Line] {
        guard let reason else { return [] }
        var lines: [Line] = [[Span(reason.type?.raw ?? "no type", .warning)]]
        if let message = reason.message { lines += wrapped(message, columns, .normal, state) }
        lines += wrapped(Wording.advice(for: reason), columns, .warning, state)
        if let url = reason.docURL { lines += fact("documentation", url, columns, state, .link) }
        return lines + details(reason.details)
    }

    /// The times of start, last change and end.
    static func times(of run: JobRun, columns: Int, _ state: State) -> [Line] {
        let offsets = state.settings.offsets
        let now = state.serverNow
        func time(_ timestamp: Timestamp?) -> String { Wording.moment(timestamp, now: now, offsets) }
        var lines = fact("started", time(run.startTime), columns, state)
        let end = run.endTime == nil && run.isActive ? "not yet" : time(run.endTime)
        lines += fact("ended", end, columns, state)
        lines += fact("took", Wording.sentence(RunDuration(of: run, known: state.knownUntil)), columns, state)
        lines += fact("last change", time(run.updatedAt), columns, state)
        return lines
    }

    /// The ids of a run and of what it belongs to.
    static func ids(of run: JobRun, columns: Int, _ state: State) -> [Line] {
        var lines = fact("type", run.type?.raw ?? "unknown", columns, state)
        lines += fact("run", run.id, columns, state)
        for (name, id) in [("job", run.jobID), ("project", run.projectID), ("workspace", run.workspaceID)] {
            if let id { lines += fact(name, id, columns, state) }
        }
        return lines
            + fact("created", Wording.moment(run.createdAt, now: state.serverNow, state.settings.offsets), columns, state)
    }

    private static func results(of key: RunKey, _ run: JobRun, columns: Int, _ state: State) -> [Line] {
        var lines: [Line] = []
        if let fetch = state.fetches[key] {
            lines += wrapped(Wording.progress(fetch, at: state.now), columns, fetch.role, state)
        }
        guard let detail = state.records.details[key] else { return lines + [[Span("not loaded yet", .muted)]] }
        guard let results = detail.results else {
            let isAwaited = state.awaitsResults(of: key)
            return lines
                + wrapped(
                    Wording.nothingToFetch(run, isAwaited: isAwaited), columns, isAwaited ? .active : .muted, state)
        }
        lines += fact("format", results.format, columns, state)
        lines += fact("size", results.size.map(Wording.size) ?? "unknown", columns, state)
        if let key = results.key { lines += fact("object key", key, columns, state) }
        lines += fact(
            "link expires", Wording.moment(results.expiration, now: state.serverNow, state.settings.offsets), columns, state)
        return lines + [[Span("link".padding(to: 15), .muted), Span(results.signedURL.masked, .link)]]
    }

    private static func fact(_ name: String, _ value: String, _ columns: Int, _ state: State, _ role: Role = .normal) -> [Line] {
        let label = name.padding(to: 15)
        let values = ScreenText.wrapped(value, columns: max(8, columns - 15), charset: state.settings.charset, maximumLines: 20)
        return values.enumerated().map { index, text in
            [Span(index == 0 ? label : String(repeating: " ", count: 15), .muted), Span(text, role)]
        }
    }

    private static func wrapped(_ text: String, _ columns: Int, _ role: Role, _ state: State) -> [Line] {
        ScreenText.wrapped(text, columns: max(1, columns), charset: state.settings.charset, maximumLines: mostLines).map {
            [Span($0, role)]
        }
    }

    private static func details(_ details: JSONValue?) -> [Line] {
        guard let details, details != .null else { return [] }
        let lines = details.indented(maximumLines: mostLines + 1, maximumLength: longestText)
        return [[Span("details", .muted)]] + lines.prefix(mostLines).map { [Span($0)] }
            + (lines.count > mostLines ? [[Span("more lines are hidden", .muted)]] : [])
    }
}

extension String {
    /// The text, padded with spaces to a length.
    func padding(to length: Int) -> String {
        count >= length ? self + " " : self + String(repeating: " ", count: length - count)
    }
}
