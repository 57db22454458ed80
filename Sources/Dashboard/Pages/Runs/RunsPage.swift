import Intuned
import TextScreen

/// The list of one job's runs, newest first, and a preview of the selected one.
package struct RunsPage: FilteredContent {
    static let kind = PageKind.runs
    static let bindings =
        [.openSelected, .configuration, .difference, .fetch, mark, .cancelFetch, .history, .follow]
        + [.refresh, .filter, .toggleTime, .webPage, .copy, .togglePolling]
        + Binding.pace + Binding.moving + [.backOrLeft, .problems, .wall, .settings, .mouse, .help] + Binding.leaving

    private static let mark = Binding.page(
        .run(.mark), [.character(" ")], "mark",
        "mark or unmark the run; f fetches all marked runs")

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

    /// Rows before the end of the loaded list at which more are requested.
    private static let loadsAhead = 25
    /// The most runs that are loaded for a filter automatically; more are loaded when the cursor reaches the end.
    private static let looksThrough = 1000

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

    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { (furtherDown(in: state), true) }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        RunsView.draw(self, state, on: &canvas, in: region)
    }

    /// The selected run.
    var selected: RunKey? { cursor.selected.map { RunKey(profile: profile, job: job, run: $0) } }

    /// Takes the rows from the records.
    mutating func derive(in state: State) { shown.follow(state.records.listings[job], filter) }

    /// The newest runs; they are requested often while a run on the screen is active.
    func focus(in state: State) -> Want? { newest(in: state) }

    private func newest(in state: State) -> Want {
        let interval = state.polling.interval
        let isMoving = onScreen(in: state).contains(where: \.isActive)
        return Want(.newestRuns(job: job), every: isMoving ? interval : interval * 3)
    }

    /// The newest runs, the next page when the cursor nears the end, and active runs on the screen further down.
    func wants(in state: State) -> [Want] {
        var wants = [newest(in: state)]
        guard let listing = state.records.listings[job] else { return wants }
        if let next = listing.nextPage, needsMore(shown.rows, of: listing, in: state) {
            wants.append(Want(.runs(job: job, page: next), every: nil))
        }
        return wants + furtherDown(in: state)
    }

    /// The active runs on the screen that are not among the newest, each by its own request: it is not known which page of the
    /// list holds them now, nor how many rows a page of the platform has.
    func furtherDown(in state: State) -> [Want] {
        let newest = Set((state.records.listings[job]?.runs ?? []).prefix(RunsListing.headSize).map(\.id))
        let moving = onScreen(in: state).filter { $0.isActive && !newest.contains($0.id) }
        let every = state.polling.interval * Double(1 + moving.count)
        return moving.map { Want(.run(RunKey(profile: profile, job: job, run: $0.id)), every: every) }
    }

    mutating func settle(in state: State) {
        guard state.records.listings[job] != nil else { return }
        cursor.settle(in: shown.ids, height: RunsView.listHeight(in: state))
    }

    /// Selects a run that is shown.
    mutating func select(_ run: String, in state: State) {
        guard let place = shown.ids.firstIndex(of: run) else { return }
        cursor.go(to: place, in: shown.ids, height: RunsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: shown.ids, height: RunsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = RunsView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: shown.ids, height: RunsView.listHeight(in: state))
    }

    private func needsMore(_ rows: [JobRun], of listing: RunsListing, in state: State) -> Bool {
        let isNearEnd = max(cursor.index, cursor.top + RunsView.listHeight(in: state)) + Self.loadsAhead >= rows.count
        guard isNearEnd, !filter.isEmpty else { return isNearEnd }
        return listing.runs.count < Self.looksThrough || (!rows.isEmpty && cursor.index == rows.count - 1)
    }

    private func onScreen(in state: State) -> [JobRun] {
        Array(shown.rows.dropFirst(cursor.top).prefix(RunsView.listHeight(in: state)))
    }
}

extension JobRun {
    /// The texts that a filter matches.
    var searchable: [String] {
        [
            id, status.raw, type?.raw ?? "", reason?.type?.raw ?? "", reason?.message ?? "", error?.code?.raw ?? "",
            error?.message ?? "",
        ]
    }
}
