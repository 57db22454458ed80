import TextScreen

/// A centered box that asks for a yes.
enum Dialog {
    /// Draws the question over the page.
    static func draw(_ question: Question, _ state: State, on canvas: inout Canvas, in region: Region) {
        let width = min(64, region.columns - 2)
        let most = max(1, region.rows - 4)
        let text = Wording.question(question.deed, in: state)
        let lines = ScreenText.wrapped(text, columns: width - 4, charset: canvas.charset, maximumLines: most)
        let height = min(region.rows, lines.count + 4)
        let box = Region(
            column: region.column + (region.columns - width) / 2, row: region.row + max(0, (region.rows - height) / 3),
            columns: width, rows: height)
        canvas.fill(box)
        let inner = Frame(title: "Question", isFocused: true).draw(on: &canvas, in: box)
        for (offset, line) in lines.enumerated() where offset < inner.rows {
            canvas.write(line, column: inner.column + 1, row: inner.row + offset, limit: inner.columns - 2, role: .strong)
        }
        let answers = [Span("y", .key), Span(" yes   "), Span("n", .key), Span(" no")]
        canvas.write(answers, column: inner.column + 1, row: inner.endRow - 1, limit: inner.columns - 2)
    }
}
