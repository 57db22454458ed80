import Intuned
import Query
import ResultsFile
import TextScreen

/// The lines above a run's items: totals, reading progress, findings and the conditions of the list.
enum ItemsHead {
    typealias Line = [Span]

    static func lines(in state: State, columns: Int) -> [Line] {
        guard case .items(let page) = state.page, let reading = state.reading else { return [] }
        let totals = totals(reading.snapshot.totals) + progress(reading) + fields(page, reading, state)
        return [totals] + findings(reading, columns: columns, state) + shown(page, reading, state)
    }

    private static func totals(_ totals: ResultsTotals) -> Line {
        let counts: [(Int, String, Role)] = [
            (totals.ok, "ok", .good), (totals.failed, "failed", .bad), (totals.canceled, "canceled", .warning),
            (totals.broken, "broken", .bad), (totals.unknown, "no outcome", .normal), (totals.emptyOutputs, "empty", .warning),
        ]
        let spans = counts.filter { $0.0 > 0 }.flatMap { [Span(", ", .muted), Span("\(Wording.number($0.0)) \($0.1)", $0.2)] }
        return [Span(Wording.count(totals.items, "item"), .strong)] + spans
    }

    private static func progress(_ reading: Reading) -> Line {
        let snapshot = reading.snapshot
        switch snapshot.phase {
        case .complete: return reading.isCutOff ? [Span("; the fetch stopped early, items are missing", .warning)] : []
        case .canceled: return [Span("; reading canceled", .warning)]
        case .failed(let error): return [Span("; \(Wording.sentence(error))", .bad)]
        case .waiting, .indexing:
            let read = Wording.size(Double(snapshot.bytesRead))
            if reading.isGrowing { return [Span("; \(read) read during the fetch", .active)] }
            guard snapshot.bytesThere > 0 else { return [Span("; opening", .active)] }
            let share = Wording.percent(Int(clamping: snapshot.bytesRead), of: Int(clamping: snapshot.bytesThere))
            return [Span("; reading, \(share) of \(Wording.size(Double(snapshot.bytesThere)))", .active)]
        }
    }

    /// Which fields are shown, if not all of them fit.
    private static func fields(_ page: ItemsPage, _ reading: Reading, _ state: State) -> Line {
        let layout = page.layout(reading, in: state)
        guard layout.shown.count < layout.all else { return [] }
        return [Span("; \(Wording.shownFields(layout.shown, of: layout.all))", .muted)]
    }

    /// The findings, once the whole file is read: before that, a different count means nothing.
    private static func findings(_ reading: Reading, columns: Int, _ state: State) -> [Line] {
        guard reading.snapshot.phase == .complete, !reading.isGrowing, !reading.isCutOff else { return [] }
        let run = state.records.run(reading.id.key)
        let bytes = state.bytes(of: reading)
        let before = bytes == nil ? nil : state.bytesBefore(reading)
        let promise = ResultsPromise(
            items: run?.payloads, ok: run?.successfulRuns, failed: run?.failedRuns, previousBytes: before)
        let findings = reading.snapshot.totals.findings(against: promise, fileBytes: bytes ?? 0)
        guard !findings.isEmpty else {
            let size = before.map { Wording.sizes(bytes ?? 0, before: $0) }
            let words = [Wording.nothingOdd(isCompared: run != nil), size].compactMap { $0 }
            return [[Span(words.joined(separator: " "), .muted)]]
        }
        let text = findings.map { Wording.sentence($0, of: run) }.joined(separator: " ")
        let most = max(1, min(3, state.size.rows / 10))
        return ScreenText.wrapped(text, columns: columns, charset: state.settings.charset, maximumLines: most)
            .map { [Span($0, .warning)] }
    }

    private static func shown(_ page: ItemsPage, _ reading: Reading, _ state: State) -> [Line] {
        let conditions = conditions(page, reading)
        let order = order(page, reading, state)
        guard !conditions.isEmpty || !order.isEmpty else { return [] }
        let view = reading.view
        let looked =
            view.isFinal || view.examined == view.rows ? "" : ", \(Wording.percent(view.examined, of: view.rows)) searched"
        let mistakes = page.filter.query(ItemQuery.names).mistakes.count
        let words = conditions.isEmpty ? "" : ": \(conditions.joined(separator: ", "))"
        var line = [Span("\(Wording.number(view.count)) shown\(looked)", .active)] + order
        if !words.isEmpty { line.append(Span(words, .active)) }
        if mistakes > 0 { line.append(Span(", \(Wording.notUnderstood(mistakes))", .warning)) }
        return [line]
    }

    private static func conditions(_ page: ItemsPage, _ reading: Reading) -> [String] {
        var conditions: [String] = []
        if let outcome = page.outcome { conditions.append(Wording.word(outcome)) }
        if let name = page.apiName { conditions.append("API \(name)") }
        if let id = page.group, let group = reading.snapshot.groups.first(where: { $0.id == id }) {
            conditions.append("cause: \(group.signature.text)")
        }
        if !page.filter.isEmpty { conditions.append("\u{201C}\(page.filter.text)\u{201D}") }
        return conditions
    }

    /// The order, if it is not that of the file, or why the items are not sorted.
    private static func order(_ page: ItemsPage, _ reading: Reading, _ state: State) -> Line {
        if reading.view.isTooMuchToSort { return [Span(", \(Wording.tooMuchToSort)", .warning)] }
        guard page.order.isStandard else { return Caption.order(page.order) }
        let wanted = state.order(of: ItemsPage.kind)
        let waits = !reading.snapshot.phase.isFinal || reading.isGrowing
        return wanted.isStandard || !waits ? [] : [Span(", \(Wording.sortedLater(wanted))", .muted)]
    }
}
