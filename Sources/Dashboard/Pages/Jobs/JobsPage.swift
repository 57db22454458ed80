import Intuned
import Query
import TextScreen

/// The list of the project's jobs, most urgent first.
package struct JobsPage: FilteredContent {
    static let kind = PageKind.jobs
    static let bindings =
        [.openSelected, .history, .refresh, .filter, .sort, .palette] + Binding.actingOnJob
        + [.follow, .toggleTime, .webPage, .copy, .togglePolling, mark, markShown, unmarkAll] + Binding.arranging + Binding.pace
        + Binding.moving + [.backOrLeft, .problems, .wall, .settings, .mouse, .help]
        + Binding.leaving

    private static let mark = Binding(
        .list(.mark), [.character(" ")], "", "mark or unmark the job, for R and Z")
    private static let markShown = Binding(.list(.markShown), [.character("*")], "", "mark all jobs that are shown")
    private static let unmarkAll = Binding(.list(.unmarkAll), [.character("u")], "", "unmark all jobs")

    /// The selected job and the scroll position.
    package internal(set) var cursor = ListCursor<String>()
    /// The words that rows must contain.
    package internal(set) var filter = Filter()
    /// The rows that are shown, in order.
    private(set) var shown = ShownJobs()
    /// Whether the user has moved the cursor; from then on the selection stays on its row.
    private var isTouched = false

    /// Creates the page with the first job selected.
    package init() {}

    var page: Page { .jobs(self) }

    func crumb(in state: State) -> String { state.profile.settings.project }

    func opened(in state: State) -> Page? { selected.map { .runs(RunsPage(profile: state.profile.id, job: $0)) } }

    func job(in state: State) -> String? { selected }

    func copyText(in state: State) -> String? { selected }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        JobsView.draw(self, state, on: &canvas, in: region)
    }

    /// Takes the rows from the records and orders them.
    mutating func derive(in state: State) { shown.follow(filter, in: state) }

    /// The selected job's id.
    var selected: String? { cursor.selected }

    var fieldNames: FieldNames? { JobFields.names }

    func values(of field: String, in state: State) -> [String] {
        JobFields.all.values(of: field, in: shown.all.map { ListedJob($0, in: state) })
    }

    func heads(in state: State) -> [ColumnHead] { JobsView.table(state, shown).heads }

    func focus(in state: State) -> Want? { state.wantOfJobs }

    /// The jobs, then the runs of the rows on the screen, then once the runs of all other jobs, since the order depends on them.
    func wants(in state: State) -> [Want] {
        let onScreen = visible(in: state).map { want(for: $0, in: state) }
        let others = (state.records.jobs?.jobs ?? []).map { Want(.newestRuns(job: $0.id), every: state.polling.interval * 40) }
        return [state.wantOfJobs] + onScreen + others
    }

    /// The runs of the rows on the screen, if they show any data; if all of them fail, the page fails too.
    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) {
        let rows = visible(in: state).filter { $0.runs != nil || $0.failure != nil }
        return (rows.map { want(for: $0, in: state) }, rows.allSatisfy { $0.failure != nil })
    }

    /// The rows on the screen, each with its age in seconds if it exceeds what polling promises.
    func onScreen(in state: State) -> [JobRow] {
        visible(in: state).map { row in
            var row = row
            let want = state.spread(want(for: row, in: state))
            switch state.polling.freshness(of: want, at: state.now) {
            case .late, .stale, .failing:
                row.overdue = state.polling.track(want.topic).answered.map { $0.seconds(until: state.now) }
            case .waiting, .live, .settled, .held: break
            }
            return row
        }
    }

    private func visible(in state: State) -> ArraySlice<JobRow> {
        shown.rows.dropFirst(cursor.top).prefix(JobsView.listHeight(in: state))
    }

    private func want(for row: JobRow, in state: State) -> Want {
        Want.runs(of: row.job.id, isActive: row.isActive, isBehind: row.isBehind, interval: state.polling.interval)
    }

    /// Selects the first row, whichever it is, while the runs are still arriving and the user has not moved.
    mutating func settle(in state: State) {
        guard let jobs = state.records.jobs else { return }
        if !isTouched, jobs.jobs.contains(where: { state.records.listings[$0.id] == nil }) { cursor = ListCursor() }
        cursor.settle(in: shown.ids, height: JobsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        isTouched = true
        cursor.perform(move, in: shown.ids, height: JobsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let list = JobsView.listRegion(in: state)
        let table = JobsView.table(state, shown).arranged(by: state.lists[Self.kind], state.settings.charset)
        if let field = table.field(at: event, above: list) { return .heading(field) }
        let line = list.line(of: event)
        let click = cursor.click(line: line, in: shown.ids, height: JobsView.listHeight(in: state))
        if click != .nothing { isTouched = true }
        return click
    }

    mutating func goTo(_ target: String, in state: State) {
        guard let row = RowTargetText(target)?.place(in: shown.ids.count, times: nil, in: state) else { return }
        isTouched = true
        cursor.go(to: row, in: shown.ids, height: JobsView.listHeight(in: state))
    }

    mutating func goToUrgent(isForward: Bool, in state: State) -> Bool {
        let rows = shown.rows
        let place = cursor.place(isForward: isForward, among: rows.indices) { rows[$0].attention <= .troubled }
        guard let place else { return false }
        isTouched = true
        cursor.go(to: place, in: shown.ids, height: JobsView.listHeight(in: state))
        return true
    }
}
