import Intuned
import TextScreen

/// Draws the question before an action: its targets with the age of their data, what fresh data changed, and how to confirm.
enum ActionDialogView {
    /// A line with its importance: a low screen leaves out the least important.
    private typealias Line = (importance: Int, spans: [Span])

    private static let (widest, label) = (76, 9)
    /// The importance from which lines leave one by one.
    private static let mustStay = 7
    /// Rows of a screen that has room for a line about the project.
    private static let roomy = 14

    static func draw(_ dialog: ActionDialog, _ state: State, on canvas: inout Canvas, in region: Region) {
        let width = min(widest, region.columns - 2)
        let columns = width - 4
        let lines = fitted(lines(dialog, state, columns: columns, rows: region.rows - Frame.border), region.rows - Frame.border)
        let height = min(region.rows, lines.count + Frame.border)
        let box = Region(
            column: region.column + (region.columns - width) / 2, row: region.row + max(0, (region.rows - height) / 3),
            columns: width, rows: height)
        canvas.fill(box)
        let inner = Frame(title: Wording.title(dialog), isFocused: true).draw(on: &canvas, in: box)
        for (offset, line) in lines.enumerated() where offset < inner.rows {
            canvas.write(line, column: inner.column + 1, row: inner.row + offset, limit: inner.columns - 2)
        }
    }

    /// The keys that work in the question.
    static func keys(_ dialog: ActionDialog, _ state: State) -> [(key: String, label: String)] {
        if dialog.isSent { return [("Esc", "close")] }
        guard state.readiness == .ready else { return [("Esc", "cancel")] }
        return switch dialog.confirmation {
        case .yes: [("y", "yes"), ("n", "no")]
        case .text: [("Enter", "confirm"), ("Esc", "cancel")]
        }
    }

    /// The lines that fit: the least important leave, whole sentences first.
    private static func fitted(_ lines: [Line], _ rows: Int) -> [[Span]] {
        var lines = lines
        while lines.count > max(1, rows), let least = lines.map(\.importance).min() {
            if least < mustStay {
                lines.removeAll { $0.importance == least }
            } else if let last = lines.lastIndex(where: { $0.importance == least }) {
                lines.remove(at: last)
            }
        }
        return lines.map(\.spans)
    }

    private static func lines(_ dialog: ActionDialog, _ state: State, columns: Int, rows: Int) -> [Line] {
        let hint: [Line] = dialog.hint.map { [(9, [Span(Wording.words($0), .warning)])] } ?? []
        let below: [Line] =
            message(dialog, state, columns: columns) + (dialog.isSent ? [] : [(1, [])]) + hint + [(11, prompt(dialog, state))]
        guard dialog.rows.count > 1 else {
            return dialog.rows.flatMap { target($0, dialog, state, columns: columns, rows: rows) } + [(0, [])] + below
        }
        let head = rows + Frame.border >= roomy ? names(dialog, state, columns: columns) : []
        let room = max(1, rows - head.count - below.count { $0.importance > 2 })
        return head + targets(dialog, state, columns: columns, rows: room) + [(0, [])] + below
    }

    /// The only target, each fact in its line.
    private static func target(
        _ row: ActionDialog.Row, _ dialog: ActionDialog, _ state: State, columns: Int, rows: Int
    ) -> [Line] {
        let target = row.target
        let crumb = " \(Glyphs(state.settings.charset).crumb) "
        let isRoomy = rows + Frame.border >= roomy
        let job = isRoomy ? target.job : target.project + crumb + target.job
        var lines: [Line] = isRoomy ? [(5, fact("project", target.project, columns, state))] : []
        lines.append((9, fact("job", job, columns, state)))
        if let run = target.run { lines.append((10, fact("run", run, columns, state, .strong))) }
        lines.append((10, fact("status", Wording.status(row, now: state.now), columns, state, .strong)))
        return lines
    }

    private static func names(_ dialog: ActionDialog, _ state: State, columns: Int) -> [Line] {
        guard let first = dialog.rows.first?.target else { return [] }
        let isOneJob = first.run != nil && dialog.rows.allSatisfy { $0.target.job == first.job }
        return [(4, fact("project", first.project, columns, state))]
            + (isOneJob ? [(5, fact("job", first.job, columns, state))] : [])
    }

    /// A fact whose end is shown if it is too long: ids differ at the end as well, and it is the end that is typed.
    private static func fact(_ name: String, _ value: String, _ columns: Int, _ state: State, _ role: Role = .normal) -> [Span] {
        let room = max(8, columns - label)
        let isLong = ScreenText.columns(of: value, charset: state.settings.charset, upTo: room + 1) > room
        let text = isLong ? String(Glyphs(state.settings.charset).ellipsis) + value.suffix(room - 1) : value
        return [Span(name.padding(to: label), .muted), Span(text, role)]
    }

    /// Several targets, each with its status and what is in its way or came of it.
    private static func targets(_ dialog: ActionDialog, _ state: State, columns: Int, rows: Int) -> [Line] {
        let isCut = dialog.rows.count > rows
        let top = isCut ? min(dialog.top, dialog.rows.count - max(1, rows - 1)) : 0
        let shown = dialog.rows.dropFirst(top).prefix(isCut ? max(1, rows - 1) : rows)
        let name = max(8, min(36, columns / 2))
        var lines: [Line] = shown.map { row in
            let id = String(row.target.id.suffix(name))
            return (8, [Span(id.padding(to: name + 1), .strong)] + note(row, dialog, state))
        }
        if isCut {
            lines.append((7, [Span("\(top + 1)-\(top + shown.count) of \(dialog.rows.count), Up and Down scroll", .muted)]))
        }
        return lines
    }

    private static func note(_ row: ActionDialog.Row, _ dialog: ActionDialog, _ state: State) -> [Span] {
        if let number = row.deed, let deed = state.actions.deed(number) { return [Wording.outcome(deed, state)] }
        let status = Span(Wording.status(row, now: state.now))
        guard let obstacle = dialog.obstacle(row) else { return [status] }
        // The status of a run that is over has been said.
        if case .over = obstacle { return [Span(Wording.brief(obstacle), .warning)] }
        return [Span(Wording.brief(obstacle), .warning), Span("  "), Span(status.text, .muted)]
    }

    /// What the user should read before an answer.
    private static func message(_ dialog: ActionDialog, _ state: State, columns: Int) -> [Line] {
        func lines(_ text: String, _ role: Role, _ importance: Int) -> [Line] {
            ScreenText.wrapped(text, columns: columns, charset: state.settings.charset, maximumLines: 4).map {
                (importance, [Span($0, role)])
            }
        }
        if dialog.isSent { return [] }
        let host = state.profile.settings.host
        switch state.readiness {
        case .blocked(let obstacle):
            let changed = dialog.rows.count == 1 ? dialog.rows.filter(\.hasChanged) : []
            return changed.flatMap { lines(Wording.changed($0, now: state.now), .warning, 6) }
                + lines(Wording.cannot(dialog.wish, obstacle, host: host), .bad, 7)
        case .asking:
            let answered = dialog.rows.count { $0.awaited.isEmpty || $0.error != nil }
            return lines(Wording.askingAfresh(answered, of: dialog.rows.count), .active, 7)
                + lines(Wording.effect(dialog.kind), .muted, 2)
        case .ready:
            let remarks = remarks(dialog, state, host: host)
            return (remarks.isEmpty ? lines(Wording.nothingChanged, .muted, 3) : remarks.flatMap { lines($0, .warning, 7) })
                + lines(Wording.effect(dialog.kind), .muted, 2)
        }
    }

    private static func remarks(_ dialog: ActionDialog, _ state: State, host: String) -> [String] {
        guard dialog.rows.count == 1, let row = dialog.rows.first else {
            let (changed, left) = (dialog.rows.count(where: \.hasChanged), dialog.rows.count - dialog.ready.count)
            return (changed > 0 ? [Wording.changed(changed)] : []) + (left > 0 ? [Wording.leftOut(left)] : [])
        }
        var remarks = row.hasChanged ? [Wording.changed(row, now: state.now)] : []
        if let error = row.error { remarks.append(Wording.notReadAfresh(error, host: host)) }
        if let deed = state.deed(on: row.target), deed.isWatched || deed.isShown(at: state.now) {
            remarks.append(Wording.progress(deed, more: 0, in: state))
        }
        guard dialog.kind == .trigger else { return remarks }
        if row.now == .job(.known(.paused)) { remarks.append(Wording.triggersPaused) }
        let active = state.records.listings[row.target.job]?.runs.first(where: \.isActive)
        if let active {
            let key = RunKey(profile: row.target.profile, job: row.target.job, run: active.id)
            remarks.append(Wording.runIsActive(state.shortID(of: key), active.status.raw))
        }
        return remarks
    }

    private static func prompt(_ dialog: ActionDialog, _ state: State) -> [Span] {
        if dialog.isSent { return [Span("Esc", .key), Span(" closes", .muted)] }
        let cancel = [Span("Esc", .key), Span(" cancels", .muted)]
        guard state.readiness == .ready else { return cancel }
        return switch dialog.confirmation {
        case .yes: [Span("y", .key), Span(" yes   "), Span("n", .key), Span(" no")]
        case .text(let expected): [Span(Wording.prompt(expected)), Span("\(dialog.typed)_", .strong)]
        }
    }
}
