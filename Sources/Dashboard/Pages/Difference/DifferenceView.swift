import Insight
import Intuned
import TextScreen

/// Draws two configurations side by side: a row per field, and below the list the selected one in full.
enum DifferenceView {
    private static let valueRows = 8
    /// Rows of a page that is high enough for the selected field in full.
    private static let tall = 16

    /// Rows of the list on the screen.
    static func listHeight(in state: State) -> Int { max(1, listRegion(in: state).rows) }

    /// The rows of the list on the screen, below caption and titles.
    static func listRegion(in state: State) -> Region { regions(state.layout.page).list.dropTop(2) }

    private static func regions(_ region: Region) -> (list: Region, value: Region?) {
        guard region.rows >= tall else { return (region, nil) }
        return (region.dropBottom(valueRows), region.bottom(valueRows))
    }

    static func draw(_ page: DifferencePage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let regions = regions(region)
        let list = regions.list
        let other = page.other(in: state)
        canvas.write(caption(page, other, state), column: list.column + 1, row: list.row, limit: list.columns - 2)
        guard let fields = page.fields(in: state), !fields.isEmpty else {
            let isKnown = page.fields(in: state) != nil
            let text = isKnown ? Wording.noDifference : Wording.nothingToCompare(page.basis)
            canvas.writeCentered(text, in: list.dropTop(1))
            return
        }
        let shown = Array(fields.dropFirst(page.cursor.top).prefix(listHeight(in: state)))
        table(longest: fields.map(\.path.count).max() ?? 0).draw(
            shown, selected: page.cursor.index - page.cursor.top, on: &canvas, in: list.dropTop(1))
        if let region = regions.value, let field = page.selected(in: state) {
            draw(field, page, state, on: &canvas, in: region)
        }
    }

    private static func caption(_ page: DifferencePage, _ other: JobRun?, _ state: State) -> [Span] {
        var spans = [Span(Wording.comparison(page.basis), .strong)]
        if let other {
            let id = state.shortID(of: RunKey(profile: page.key.profile, job: page.key.job, run: other.id))
            spans.append(Span(" \(id)", .strong))
        }
        guard let fields = page.fields(in: state) else { return spans }
        spans.append(Span(Wording.changedFields(fields.count(where: \.isChanged)), .muted))
        let paths = Set(fields.filter(\.isChanged).map(\.path))
        let isCause = state.judgements.verdicts(on: page.key.job).contains { verdict in
            if case .failingSinceChange(_, let changed) = verdict.kind { !paths.isDisjoint(with: changed) } else { false }
        }
        return spans + (isCause ? [Span(Wording.failuresStartedHere, .bad)] : [])
    }

    private static func table(longest: Int) -> Table<ConfigurationChange> {
        Table(columns: [
            Column(title: "", width: .fixed(1), importance: 9) { [Span($0.isChanged ? "*" : " ", .warning)] },
            Column(title: "FIELD", width: .flexible(least: 20, most: max(20, min(44, longest))), importance: 10) {
                [Span($0.path, $0.isChanged ? .strong : .muted)]
            },
            Column(title: "BEFORE", width: .flexible(least: 14, most: 40), importance: 7) { [Span(Wording.before($0), .muted)] },
            Column(title: "AFTER", width: .flexible(least: 14, most: .max), importance: 8) {
                [Span(Wording.after($0), $0.isChanged ? .warning : .muted)]
            },
        ])
    }

    private static func draw(
        _ field: ConfigurationChange, _ page: DifferencePage, _ state: State, on canvas: inout Canvas, in region: Region
    ) {
        let inner = Heading(title: field.path).draw(on: &canvas, in: region)
        let since = page.older(in: state).prefix { $0.snapshot?.value(at: field.parts) == field.after }
        let first = (since.last ?? state.records.run(page.key)).map {
            state.shortID(of: RunKey(profile: page.key.profile, job: page.key.job, run: $0.id))
        }
        let text = [
            Wording.before(field), Wording.after(field), Wording.valueSince(first ?? "", runs: since.count + 1),
        ]
        let labels = Wording.beforeAndAfter
        var row = inner.row
        for (place, value) in text.enumerated() {
            let label = place < labels.count ? labels[place] : ""
            let lines = ScreenText.wrapped(
                value, columns: max(8, inner.columns - 8), charset: canvas.charset, maximumLines: 2)
            for (offset, line) in lines.enumerated() where row < inner.endRow {
                let spans = [
                    Span((offset == 0 ? label : "").padding(to: 8), .muted), Span(line, place == 1 ? .warning : .normal),
                ]
                canvas.write(spans, column: inner.column, row: row, limit: inner.columns)
                row += 1
            }
        }
    }
}
