import FoundationEssentials
import Intuned
import ResultsFile
import TextScreen

/// Why items of a run failed: the causes as a list, with the first failure of the selected one; or why they are not known.
enum RunCauses {
    /// The most lines of the selected cause's first failure.
    private static let exampleLines = 3
    private static let headRows = 1

    /// Causes that are more important than the example of the selected one.
    private static let leastCauses = 4

    /// Rows of the example with the blank line above it, in a pane of this height.
    private static func exampleRows(in rows: Int, of causes: Causes?) -> Int {
        rows > headRows + min(causes?.groups.count ?? 0, leastCauses) + exampleLines ? exampleLines + 1 : 0
    }

    /// The lines that the pane would like to have.
    static func lineCount(_ key: RunKey, _ run: JobRun, columns: Int, _ state: State) -> Int {
        guard let causes = state.causes(of: key), !causes.groups.isEmpty else {
            return message(key, run, columns, state).count
        }
        return headRows + causes.groups.count + 1 + exampleLines
    }

    /// The rows of the list inside the pane.
    static func list(_ causes: Causes?, in inner: Region) -> Region {
        inner.dropTop(headRows).dropBottom(exampleRows(in: inner.rows, of: causes))
    }

    /// The title of the pane.
    static func title(_ key: RunKey, _ state: State) -> String {
        guard let causes = state.causes(of: key), !causes.groups.isEmpty else { return RunPage.Pane.causes.title }
        let title = Wording.causes(causes)
        guard let before = state.signatures(before: key), let own = causes.signatures else { return title }
        let new = own.subtracting(before).count
        return new == 0 ? title : "\(title), \(Wording.newCauses(new))"
    }

    static func draw(_ page: RunPage, _ run: JobRun, _ state: State, on canvas: inout Canvas, in inner: Region) {
        guard let causes = state.causes(of: page.key), !causes.groups.isEmpty else {
            for (offset, line) in message(page.key, run, inner.columns, state).prefix(inner.rows).enumerated() {
                canvas.write(line, column: inner.column, row: inner.row + offset, limit: inner.columns)
            }
            return
        }
        let rows = list(causes, in: inner).rows
        let shown = Array(causes.groups.dropFirst(page.cause.top).prefix(rows))
        let table = Region(column: inner.column - 1, row: inner.row, columns: inner.columns + 2, rows: rows + headRows)
        let isFocused = page.pane == .causes
        GroupsView.shortTable(state.signatures(before: page.key), columns: inner.columns)
            .draw(shown, selected: isFocused ? page.cause.index - page.cause.top : nil, on: &canvas, in: table)
        let example = inner.bottom(max(0, exampleRows(in: inner.rows, of: causes) - 1))
        guard let group = causes.groups.first(where: { $0.id == page.cause.selected }) else { return }
        draw(group, on: &canvas, in: example)
    }

    private static func draw(_ group: FailureGroup, on canvas: inout Canvas, in region: Region) {
        let text =
            Wording.firstItem(group.exampleRow, code: group.code)
            + Wording.withoutSecrets(Wording.oneLine(group.example ?? "no message"))
        let lines = ScreenText.wrapped(text, columns: max(1, region.columns), charset: canvas.charset, maximumLines: region.rows)
        for (offset, line) in lines.enumerated() {
            canvas.write(line, column: region.column, row: region.row + offset, limit: region.columns, role: .muted)
        }
    }

    private static func message(_ key: RunKey, _ run: JobRun, _ columns: Int, _ state: State) -> [[Span]] {
        ScreenText.wrapped(
            Wording.withoutCauses(key, run, in: state), columns: max(1, columns), charset: state.settings.charset, maximumLines: 6
        ).map { [Span($0, .warning)] }
    }
}
