import Query
package import ResultsFile
import TextScreen

/// The items of a run's results, one row each.
package struct ItemsPage: FilteredContent {
    static let kind = PageKind.items
    static let bindings =
        [.openSelected, .filter, .sort] + reading + [.copy, reverse] + Binding.moving + [
            .backOrLeft, .problems, .settings, .palette, .mouse, .help,
        ]
        + Binding.leaving

    private static let reading: [Binding] = [
        .page(
            .results(.cycleOutcome), [.character("a")], "failed/ok", "show all items, failed items, ok items"),
        .page(.results(.next), [.character("n")], "next", "next failed item"),
        .page(.results(.previous), [.character("N")], "", "previous failed item"),
        .page(.results(.groups), [.character("e")], "failures", "group failures by cause"),
        .page(.results(.cycleAPI), [.character("A")], "API", "show the items of the next API"),
        .page(.results(.nextFields), [.character(">")], "fields", "shift to the next field of the outputs"),
        .page(.results(.previousFields), [.character("<")], "", "shift to the previous field of the outputs"),
        .page(.results(.writeLines), [.character("w")], "export", "export the shown items as JSON lines"),
        .page(.results(.writeCSV), [.character("W")], "CSV", "export the shown items as CSV"),
        .page(.results(.stopWriting), [.character("x")], "stop export", "stop the export and remove its file"),
        .page(.results(.bytes), [.character("b")], "raw file", "show the raw file"),
    ]

    private static let reverse = Binding(.list(.reverse), [.character("S")], "", "sort in the reverse order")

    /// The run.
    package let key: RunKey
    /// The failure group whose items are shown; nil for all items.
    package let group: Int?
    /// The selected row and the scroll position.
    package internal(set) var cursor = RowCursor()
    /// The outcome of the items that are shown; nil for every outcome.
    package internal(set) var outcome: ItemOutcome?
    /// The API whose items are shown; nil for all APIs.
    package internal(set) var apiName: String?
    /// The typed filter.
    package internal(set) var filter = Filter()
    /// What is typed, read when it was typed: later the clock changes nothing.
    private var query = Query()
    private var queryText = ""
    /// The order that is in force.
    private(set) var order = ListOrder()
    /// The columns for the fields of the outputs.
    var fields = FieldColumns()

    /// Creates the page of a run's items, or of one failure group.
    package init(key: RunKey, group: Int? = nil) {
        self.key = key
        self.group = group
    }

    var page: Page { .items(self) }

    var readKey: RunKey? { key }

    func crumb(in state: State) -> String { group == nil ? "results" : "same cause" }

    func opened(in state: State) -> Page? { selected(in: state).map { .item(ItemPage(key: key, row: $0)) } }

    func isAvailable(_ command: ResultsCommand, of reading: Reading, in state: State) -> Bool {
        switch command {
        case .next, .previous: reading.snapshot.totals.failed > 0
        case .cycleOutcome, .bytes: true
        case .cycleAPI: reading.snapshot.apis.count > 1
        case .nextFields: layout(reading, in: state).shown.upperBound < fields.columns.count
        case .previousFields: layout(reading, in: state).shown.lowerBound > 0
        case .groups: !reading.snapshot.groups.isEmpty
        case .writeLines, .writeCSV: reading.view.count > 0 && reading.export == nil
        case .stopWriting: reading.export != nil
        case .copyPath: false
        }
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        ItemsView.draw(self, state, on: &canvas, in: region)
    }

    /// The conditions of the rows that are shown.
    var rowFilter: ResultsFilter {
        ResultsFilter(outcome: outcome, apiName: apiName, group: group, query: query, order: order)
    }

    /// The number of the selected row.
    func selected(in state: State) -> Int? { state.reading?.row(at: cursor.position)?.index }

    /// The id of the selected item's Run, or else its parameters.
    func copyText(in state: State) -> String? {
        state.reading?.row(at: cursor.position).flatMap { $0.runID ?? $0.parameters ?? $0.excerpt }
    }

    /// Whether the cursor has not moved since this row was searched for.
    func stillSeeks(_ target: RowTarget) -> Bool {
        switch target {
        case .row(let row): cursor.row == row
        case .nextFailure(after: let position), .previousFailure(before: let position): cursor.position == position
        }
    }

    /// The columns that fit on the screen.
    func layout(_ reading: Reading, in state: State) -> ItemsLayout {
        ItemsLayout(fields, reading, columns: state.layout.page.columns - 2, state.settings.charset)
    }

    mutating func beginAgain() { fields = FieldColumns() }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard let reading = state.reading else { return }
        let layout = layout(reading, in: state)
        switch command {
        case .results(.nextFields): fields.skipped = min(layout.shown.lowerBound + 1, layout.mostSkipped)
        case .results(.previousFields): fields.skipped = max(0, layout.shown.lowerBound - 1)
        default: break
        }
    }

    mutating func derive(in state: State) {
        if filter.text != queryText {
            queryText = filter.text
            query = filter.query(ItemQuery.names).fixed(in: state.surroundings)
        }
        order = ListOrder()
        // While rows arrive, a place in another order would be another row's place at any time.
        guard let reading = state.reading, reading.snapshot.phase.isFinal, !reading.isGrowing else { return }
        order = state.order(of: Self.kind)
        if order.field == nil, order.isReversed { order.field = "row" }
        if order == ListOrder(by: "row") { order = ListOrder() }
    }

    mutating func settle(in state: State) {
        guard let reading = state.reading, reading.filter == rowFilter else { return }
        fields.take(reading.window, of: rowFilter.inFileOrder, height: ItemsView.listHeight(in: state), state.settings.charset)
        fields.sort(by: order.field)
        if case .row? = reading.seeking { return }
        cursor.settle(count: reading.view.count, height: ItemsView.listHeight(in: state))
        if let row = reading.row(at: cursor.position) { cursor.row = row.index }
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, count: state.reading?.view.count ?? 0, height: ItemsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        guard let reading = state.reading, reading.id.key == key, reading.failure == nil else { return .nothing }
        let list = ItemsView.listRegion(in: state)
        if let field = ItemsTable(self, reading, state).table.field(at: event, above: list) { return .heading(field) }
        return cursor.click(line: list.line(of: event), count: reading.view.count, height: ItemsView.listHeight(in: state))
    }

    /// Switches from all items to failed ones, then successful ones, then all.
    mutating func cycleOutcome() {
        outcome =
            switch outcome {
            case nil: .failed
            case .failed: .ok
            case .ok, .canceled, .broken, .unknown: nil
            }
    }

    /// Switches through the APIs of the file, then back to all.
    mutating func cycleAPI(among names: [String]) {
        guard let apiName, let index = names.firstIndex(of: apiName) else {
            apiName = names.first
            return
        }
        self.apiName = names[(index + 1)...].first
    }
}
