import TextScreen

/// Handles the mouse: it selects, opens and scrolls, but never answers a question, and the wall ignores it.
extension State {
    /// Seconds within which a second click on a row opens it.
    static let doubleClick = 0.5
    /// Rows for a step of the wheel.
    private static let wheelRows = 3

    mutating func use(_ event: MouseEvent) -> [Effect] {
        guard question == nil, actions.dialog == nil, fits, page.kind != .wall else { return [] }
        if menu != nil {
            switch event.kind {
            case .wheelUp: return pressInMenu(.up)
            case .wheelDown: return pressInMenu(.down)
            case .press: return []
            }
        }
        switch event.kind {
        case .wheelUp: scroll(.up)
        case .wheelDown: scroll(.down)
        case .press: return click(event)
        }
        return []
    }

    /// Notes whether the terminal reports the mouse now, and says what that means.
    mutating func noteMouse(_ isOn: Bool, wasSent: Bool) {
        guard wasSent else { return say(Wording.mouseIsUnknown, .warning) }
        usesMouse = isOn
        say(Wording.mouse(isOn), .plain)
    }

    private mutating func scroll(_ move: Move) {
        lastClick = nil
        for _ in 0..<Self.wheelRows { changePage { $0.move(move, in: $1) } }
    }

    /// Selects the row below the pointer, opens it if this is a double click, or goes to the page of a crumb.
    ///
    /// The notice stays: without it the list would be higher and might scroll between the two clicks.
    private mutating func click(_ event: MouseEvent) -> [Effect] {
        let former = lastClick
        lastClick = nil
        if layout.header.contains(column: event.column, row: event.row) {
            if let level = TopLine.level(at: event.column, self, in: layout.header) { goBack(to: level) }
            return []
        }
        var click = Click.nothing
        changePage { click = $0.click(event, in: $1) }
        switch click {
        case .nothing: return []
        case .row: break
        case .heading(let field): sort(by: field)
        case .sameRow:
            if let former, now.uptime - former <= Self.doubleClick {
                typing = nil
                return press(.enter)
            }
        }
        typing = nil
        lastClick = now.uptime
        return []
    }

    private mutating func goBack(to level: Int) {
        guard stack.indices.contains(level), level < stack.count - 1 else { return }
        typing = nil
        stack.removeLast(stack.count - 1 - level)
    }
}
