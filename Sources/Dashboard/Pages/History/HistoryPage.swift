import Intuned
import TextScreen

/// The past of a job, a row a run or a day, with bars, so that a trend is seen.
package struct HistoryPage: PageContent {
    static let kind = PageKind.history
    static let bindings =
        [.openSelected, grouping, .refresh, .toggleTime, .copy, .togglePolling] + Binding.acting + Binding.stepping + Binding.pace
        + Binding.moving
        + [.backOrLeft, .problems, .wall, .settings, .palette, .mouse, .help] + Binding.leaving

    private static let grouping = Binding.page(
        .history(.toggleDays), [.tab], "days/runs", "switch between a row per run and a row per day")

    /// The job's profile.
    package let profile: ProfileID
    /// The job's id.
    package let job: String
    /// Whether each row stands for a day.
    package internal(set) var isByDay = false
    /// The selected row and the scroll position.
    package internal(set) var cursor = ListCursor<String>()
    /// The rows that are shown.
    private(set) var shown = ShownHistory()

    /// Rows before the end of the loaded list at which more are requested.
    private static let loadsAhead = 25
    /// The most runs that are loaded for this page.
    private static let mostRuns = 1000

    /// Creates the page of a job.
    package init(profile: ProfileID, job: String) { (self.profile, self.job) = (profile, job) }

    var page: Page { .history(self) }

    mutating func derive(in state: State) {
        shown.follow(state.records.listings[job], most: Self.mostRuns, isByDay: isByDay, state.settings.offsets)
    }

    mutating func goToUrgent(isForward: Bool, in state: State) -> Bool {
        let rows = shown.rows
        let place = cursor.place(isForward: isForward, among: rows.indices) { row in
            rows[row].runs.contains { Standing(of: $0).needsSomebody }
        }
        guard let place else { return false }
        cursor.go(to: place, in: shown.ids, height: HistoryView.listHeight(in: state))
        return true
    }

    func crumb(in state: State) -> String { "history of \(job)" }

    func focus(in state: State) -> Want? { newest(in: state) }

    private func newest(in state: State) -> Want { Want(.newestRuns(job: job), every: state.polling.interval * 5) }

    func wants(in state: State) -> [Want] {
        var wants = [newest(in: state)]
        guard let listing = state.records.listings[job], let next = listing.nextPage, listing.runs.count < Self.mostRuns else {
            return wants
        }
        let isNearEnd = cursor.index + HistoryView.listHeight(in: state) + Self.loadsAhead >= shown.ids.count
        if isNearEnd { wants.append(Want(.runs(job: job, page: next), every: nil)) }
        return wants
    }

    /// The selected run; nil for a day.
    func runKey(in state: State) -> RunKey? {
        isByDay ? nil : cursor.selected.map { RunKey(profile: profile, job: job, run: $0) }
    }

    func opened(in state: State) -> Page? { runKey(in: state).map { .run(RunPage(key: $0)) } }

    func copyText(in state: State) -> String? { cursor.selected }

    mutating func settle(in state: State) {
        cursor.settle(in: shown.ids, height: HistoryView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: shown.ids, height: HistoryView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = HistoryView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: shown.ids, height: HistoryView.listHeight(in: state))
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard command == .history(.toggleDays) else { return }
        isByDay.toggle()
        cursor = ListCursor()
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        HistoryView.draw(self, state, on: &canvas, in: region)
    }
}
