import Insight
import Intuned
import Query
import TextScreen

/// The list of one job's runs, newest first, and a preview of the selected one.
package struct RunsPage: FilteredContent {
    static let kind = PageKind.runs
    static let bindings =
        [.openSelected, .configuration, .difference, .fetch, mark, .cancelFetch, .filter, .sort, .palette] + Binding.acting
        + [.history, .follow, .refresh, .toggleTime, .webPage, .copy, .togglePolling, markShown, unmarkAll, loadAll]
        + Binding.arranging
        + Binding.pace + Binding.moving + [.backOrLeft, .problems, .wall, .settings, .mouse, .help] + Binding.leaving

    private static let mark = Binding.page(
        .run(.mark), [.character(" ")], "mark",
        "mark or unmark the run, for f and K")

    private static let markShown = Binding(.list(.markShown), [.character("*")], "", "mark all runs that are shown")
    private static let unmarkAll = Binding(.list(.unmarkAll), [.character("u")], "", "unmark all runs")
    private static let loadAll = Binding(.list(.loadAll), [.character("L")], "", "load all runs of the job, or stop that")

    /// The job's profile.
    package let profile: ProfileID
    /// The job's id.
    package let job: String
    /// The selected run and the scroll position.
    package internal(set) var cursor: ListCursor<String>
    /// The words that rows must contain.
    package internal(set) var filter = Filter()
    /// The rows that are shown.
    private(set) var shown = ShownRuns()
    /// The row that the user wants to go to while it is not loaded.
    private(set) var sought: SoughtRow?

    /// Rows before the end of the loaded list at which more are requested.
    private static let loadsAhead = 25
    /// The most runs that are loaded for a filter automatically; more are loaded when the cursor reaches the end.
    private static let looksThrough = 1000
    /// The most runs that are looked at for the values of a field.
    private static let mostForValues = 2000

    /// Creates the page of a job, with its newest run or the named run selected.
    package init(profile: ProfileID, job: String, selected run: String? = nil) {
        self.profile = profile
        self.job = job
        self.cursor = ListCursor(selected: run)
    }

    var page: Page { .runs(self) }

    func crumb(in state: State) -> String { job }

    func runKey(in state: State) -> RunKey? { selected }

    func job(in state: State) -> String? { job }

    func opened(in state: State) -> Page? { selected.map { .run(RunPage(key: $0)) } }

    func copyText(in state: State) -> String? { selected?.run }

    var fieldNames: FieldNames? { RunFields.names }

    func values(of field: String, in state: State) -> [String] {
        let runs = state.records.listings[job]?.runs.prefix(Self.mostForValues) ?? []
        return RunFields.all.values(of: field, in: RunFields.rows(Array(runs), known: state.serverNow, needsUsual: false))
    }

    func heads(in state: State) -> [ColumnHead] { RunsView.table(self, state).heads }

    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { (furtherDown(in: state), true) }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        RunsView.draw(self, state, on: &canvas, in: region)
    }

    /// The selected run.
    var selected: RunKey? {
        cursor.selected.flatMap { ShownRuns.isGap($0) ? nil : RunKey(profile: profile, job: job, run: $0) }
    }

    /// Takes the rows from the records.
    mutating func derive(in state: State) { shown.follow(state.records.listings[job], filter, in: state) }

    /// The newest runs; they are requested often while a run on the screen is active.
    func focus(in state: State) -> Want? { newest(in: state) }

    private func newest(in state: State) -> Want {
        let interval = state.polling.interval
        return Want(.newestRuns(job: job), every: activeOnScreen(in: state).isEmpty ? interval * 3 : interval)
    }

    /// The newest runs, the next page when the cursor nears the end, and active runs on the screen further down.
    func wants(in state: State) -> [Want] {
        var wants = [newest(in: state)]
        guard let listing = state.records.listings[job] else { return wants }
        if let next = listing.nextPage, state.loadsOn == job || needsMore(shown.rows, of: listing, in: state) {
            wants.append(Want(.runs(job: job, page: next), every: nil))
        }
        wants += pagesToLoad(of: listing, in: state).map { Want(.farRuns(job: job, page: $0), every: nil) }
        return wants + furtherDown(in: state)
    }

    /// The active runs on the screen that are not among the newest, each by its own request: it is not known which page of the
    /// list holds them now, nor how many rows a page of the platform has.
    func furtherDown(in state: State) -> [Want] {
        let active = activeOnScreen(in: state)
        guard !active.isEmpty else { return [] }
        let newest = (state.records.listings[job]?.runs ?? []).prefix(RunsListing.headSize).map(\.id)
        let moving = active.filter { !newest.contains($0) }
        let every = state.polling.interval * Double(1 + moving.count)
        return moving.map { Want(.run(RunKey(profile: profile, job: job, run: $0)), every: every) }
    }

    mutating func settle(in state: State) {
        guard let listing = state.records.listings[job] else { return }
        cursor.settle(in: shown.ids, height: RunsView.listHeight(in: state))
        guard let sought else { return }
        switch sought.finding(in: shown, total: listing.totalCount ?? 0) {
        case .row(let row):
            cursor.go(to: row, in: shown.ids, height: RunsView.listHeight(in: state))
            self.sought = nil
        case .load(let place):
            // The page was loaded and it is not there: the platform has fewer runs than it says.
            let topic = Topic.farRuns(job: job, page: listing.page(ofPlace: place))
            if state.polling.track(topic).answered != nil { self.sought = nil }
        }
    }

    /// The pages that are looked for or looked at: around the row that is sought, and at the gaps on the screen.
    private func pagesToLoad(of listing: RunsListing, in state: State) -> [Int] {
        if let sought {
            guard case .load(let place) = sought.finding(in: shown, total: listing.totalCount ?? 0) else { return [] }
            return [listing.page(ofPlace: place)]
        }
        let end = cursor.top + RunsView.listHeight(in: state)
        let looked = (cursor.top - Self.loadsAhead)..<(end + Self.loadsAhead)
        return shown.gaps.filter { looked.contains($0.row) }.map { gap in
            // The side from which the gap is looked at is filled.
            listing.page(ofPlace: cursor.index > gap.row ? gap.places.upperBound - 1 : gap.places.lowerBound)
        }
    }

    /// Selects a run that is shown.
    mutating func select(_ run: String, in state: State) {
        guard let place = shown.ids.firstIndex(of: run) else { return }
        cursor.go(to: place, in: shown.ids, height: RunsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        sought = nil
        if move == .last, isWhole(in: state), let total = state.records.listings[job]?.totalCount {
            return seek(.place(total - 1), in: state)
        }
        let height = RunsView.listHeight(in: state)
        let row = move.target(from: cursor.index, count: shown.ids.count, height: height)
        cursor.go(to: move == .first ? 0 : shown.reachable(row, from: cursor.index), in: shown.ids, height: height)
    }

    /// Whether the list is in its own order and shows everything, so that places mean something.
    private func isWhole(in state: State) -> Bool { filter.isEmpty && state.order(of: .runs).isStandard }

    private mutating func seek(_ row: SoughtRow, in state: State) {
        sought = row
        settle(in: state)
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let list = RunsView.listRegion(in: state)
        let table = RunsView.table(self, state).arranged(by: state.lists[Self.kind], state.settings.charset)
        if let field = table.field(at: event, above: list) { return .heading(field) }
        let line = list.line(of: event)
        return cursor.click(line: line, in: shown.ids, height: RunsView.listHeight(in: state))
    }

    private func needsMore(_ rows: [ShownRuns.Row], of listing: RunsListing, in state: State) -> Bool {
        let end = shown.gaps.first?.row ?? rows.count
        let isNearEnd =
            max(cursor.index, cursor.top + RunsView.listHeight(in: state)) + Self.loadsAhead >= end && cursor.index <= end
            && sought == nil
        guard isNearEnd, !filter.isEmpty || !state.order(of: .runs).isStandard else { return isNearEnd }
        return listing.runs.count < Self.looksThrough || (!rows.isEmpty && cursor.index == rows.count - 1)
    }

    /// The ids of the active runs on the screen.
    private func activeOnScreen(in state: State) -> [String] {
        shown.activeRuns(in: cursor.top..<cursor.top + RunsView.listHeight(in: state))
    }

    mutating func goTo(_ target: String, in state: State) {
        guard let target = RowTargetText(target) else { return }
        let total = state.records.listings[job]?.totalCount ?? shown.ids.count
        if isWhole(in: state), let row = target.sought(in: total, in: state) { return seek(row, in: state) }
        guard let row = target.place(in: shown.ids.count, times: nil, in: state) else { return }
        cursor.go(to: row, in: shown.ids, height: RunsView.listHeight(in: state))
    }

    mutating func goToUrgent(isForward: Bool, in state: State) -> Bool {
        let rows = shown.rows
        let place = cursor.place(isForward: isForward, among: rows.indices) {
            rows[$0].run.map { Standing(of: $0).needsSomebody } ?? false
        }
        guard let place else { return false }
        cursor.go(to: place, in: shown.ids, height: RunsView.listHeight(in: state))
        return true
    }
}
