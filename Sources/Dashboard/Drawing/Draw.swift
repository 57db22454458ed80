package import TextScreen

/// Draws the whole screen of a state; pure, so that tests can compare the result.
package func draw(_ state: State) -> Canvas {
    var canvas = Canvas(size: state.size, charset: state.settings.charset)
    guard state.fits else {
        canvas.writeCentered(Wording.tooSmall(state.size, needs: State.leastSize), in: Region(state.size), role: .normal)
        return canvas
    }
    // The wall is read from afar and has no room for anything else.
    if state.page.kind == .wall {
        let screen = Region(state.size)
        state.page.content.draw(state, on: &canvas, in: screen)
        if state.notice != nil { drawStatus(state, on: &canvas, from: screen.endRow - state.status.count) }
        if let menu = state.menu { MenuView.draw(menu, state, on: &canvas, in: screen) }
        if let question = state.question { Dialog.draw(question, state, on: &canvas, in: screen) }
        return canvas
    }
    let layout = state.layout
    TopLine.draw(state, on: &canvas, in: layout.header)
    ProblemLine.draw(state, on: &canvas, in: layout.problems)
    state.page.content.draw(state, on: &canvas, in: layout.page)
    if state.ageOfWhole?.freshness.isDimmed ?? false {
        canvas.replaceRoles(in: layout.page) { $0 == .focusedBorder ? $0 : .stale }
    }
    drawStatus(state, on: &canvas, from: layout.status.row)
    if let menu = state.menu { MenuView.draw(menu, state, on: &canvas, in: layout.page) }
    Footer.draw(state, on: &canvas, in: layout.footer)
    if let question = state.question { Dialog.draw(question, state, on: &canvas, in: layout.page) }
    // It names its target also where a line about an outage leaves the page little room.
    if let dialog = state.actions.dialog {
        ActionDialogView.draw(dialog, state, on: &canvas, in: Region(state.size).dropTop(1).dropBottom(1))
    }
    return canvas
}

/// Draws the lines above the footer, or on a page without a footer the last lines of the screen.
private func drawStatus(_ state: State, on canvas: inout Canvas, from row: Int) {
    canvas.fill(Region(column: 0, row: row, columns: state.size.columns, rows: state.status.count))
    for (offset, line) in state.status.enumerated() {
        canvas.write(line, column: 1, row: row + offset, limit: state.size.columns - 2)
    }
}
