import TextScreen

/// The keys of the question before an action.
extension State {
    /// Asks before an action on the page's targets.
    mutating func begin(_ wish: ActionWish) { begin(wish, targets(of: wish)) }

    /// Asks before an action on these targets, which are frozen now, and asks the platform for them afresh.
    mutating func begin(_ wish: ActionWish, _ targets: [ActionTarget]) {
        if let obstacle = obstacle(to: wish, targets) { return say(Wording.cannot(wish, obstacle), .warning) }
        let topics = topics(of: wish, targets)
        let rows = zip(targets, topics).map { target, topics in
            ActionDialog.Row(target: target, now: target.seen, nowAt: target.seenAt, topics: topics, awaited: topics)
        }
        actions.dialog = ActionDialog(wish, rows, opened: now)
        profile.polling.force(Array(Set(topics.joined())))
    }

    /// Whether the open question can be confirmed now.
    package var readiness: ActionReadiness {
        guard let dialog = actions.dialog else { return .asking }
        if isReadOnly { return .blocked(.readOnly) }
        guard dialog.isAnswered else { return .asking }
        guard dialog.ready.isEmpty else { return .ready }
        return .blocked(dialog.rows.lazy.compactMap { dialog.obstacle($0) }.first ?? .noTarget(dialog.kind))
    }

    mutating func pressInDialog(_ key: Key) {
        guard var dialog = actions.dialog else { return }
        dialog.hint = nil
        switch key {
        case .up: dialog.top = max(0, dialog.top - 1)
        case .down: dialog.top = min(max(0, dialog.rows.count - 1), dialog.top + 1)
        case .escape: return closeDialog()
        default:
            if dialog.isSent {
                if key == .enter || key == .character("q") { closeDialog() }
                return
            }
            actions.dialog = dialog
            // Nobody confirms what a screen that is too small does not show.
            if fits, !isStillHeld(key, dialog) { answerDialog(key) }
            return
        }
        actions.dialog = dialog
    }

    /// Whether the key that asked is being held down, so that it repeats.
    private func isStillHeld(_ key: Key, _ dialog: ActionDialog) -> Bool {
        guard now.uptime < dialog.opened.uptime + ActionDialog.pause else { return false }
        return keymap.binding(of: key, on: page.kind)?.command == .page(.act(dialog.wish))
    }

    private mutating func answerDialog(_ key: Key) {
        guard let dialog = actions.dialog else { return }
        switch (dialog.confirmation, key) {
        case (.yes, .character("y")), (.yes, .character("Y")): confirmDialog()
        case (.yes, .character("n")), (.yes, .character("N")), (.yes, .character("q")): closeDialog()
        case (.yes, _): break
        case (.text, .character(let character)):
            if dialog.typed.count < 40 { actions.dialog?.typed.append(character) }
        case (.text, .backspace): _ = actions.dialog?.typed.popLast()
        case (.text, .control("u")): actions.dialog?.typed = ""
        case (.text(let expected), .enter):
            if dialog.typed == expected { return confirmDialog() }
            actions.dialog?.typed = ""
            actions.dialog?.hint = .wrongText
        case (.text, _): break
        }
    }

    private mutating func confirmDialog() {
        guard var dialog = actions.dialog else { return }
        guard readiness == .ready, let kind = dialog.kind, now.uptime >= dialog.opens else {
            let isEarly = readiness == .asking || now.uptime < dialog.opens
            actions.dialog?.hint = isEarly ? .tooEarly : nil
            return
        }
        let ready = dialog.ready
        let numbers = actions.add(ready.map { Action(kind, $0.target) }, at: now)
        guard dialog.rows.count > 1 else { return closeDialog() }
        for (row, number) in zip(ready, numbers) {
            guard let place = dialog.rows.firstIndex(where: { $0.target == row.target }) else { continue }
            dialog.rows[place].deed = number
        }
        (dialog.isSent, dialog.top) = (true, 0)
        actions.dialog = dialog
        unmark()
    }

    /// Closes the question, and opens one that waited for that.
    mutating func closeDialog() {
        actions.dialog = nil
        if question == nil { closeQuestion() }
    }
}

/// Whether the question before an action can be confirmed.
package enum ActionReadiness: Hashable, Sendable {
    /// Fresh data is missing.
    case asking
    /// Something is in the way.
    case blocked(ActionObstacle)
    /// The answer of the user is all that is missing.
    case ready
}
