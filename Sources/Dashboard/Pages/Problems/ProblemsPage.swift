package import Insight
import Query
import TextScreen

/// Everything that needs somebody, worst first, then newest; what was acknowledged comes last.
package struct ProblemsPage: FilteredContent {
    static let kind = PageKind.problems
    static let bindings =
        [.openSelected, acknowledge, .difference, .filter, .sort, .palette, .refresh, .toggleTime, .copy, .togglePolling]
        + Binding.acting + Binding.arranging + Binding.pace + Binding.moving
        + [.backOrLeft, .wall, .settings, .mouse, .help] + Binding.leaving

    private static let acknowledge = Binding.page(
        .problems(.acknowledge), [.character("a")], "acknowledge", "acknowledge the problem for this session, or undo")

    /// The selected problem and the scroll position.
    package internal(set) var cursor = ListCursor<Verdict.Identity>()

    /// What narrows the list.
    package internal(set) var filter = Filter()
    /// The problems that are shown, in order.
    private(set) var shown = ShownProblems()

    /// Creates the page with the worst problem selected.
    package init() {}

    var page: Page { .problems(self) }

    func crumb(in state: State) -> String { "problems" }

    func focus(in state: State) -> Want? { state.wantOfJobs }

    func wants(in state: State) -> [Want] { [state.wantOfJobs] + state.wantsOfAllRuns }

    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { state.rowWantsOfAllRuns }

    mutating func derive(in state: State) { shown.follow(filter, in: state) }

    var fieldNames: FieldNames? { ProblemFields.names }

    func values(of field: String, in state: State) -> [String] {
        ProblemFields.all.values(of: field, in: ShownProblems.listed(in: state))
    }

    func heads(in state: State) -> [ColumnHead] { ProblemsView.table(of: [], state).heads }

    func problem(in state: State) -> Problem? { shown.rows.first { $0.identity == cursor.selected } }

    func job(in state: State) -> String? { problem(in: state)?.first.job }

    func runKey(in state: State) -> RunKey? {
        guard let verdict = problem(in: state)?.first, let run = verdict.run else { return nil }
        return RunKey(profile: state.profile.id, job: verdict.job, run: run)
    }

    /// The place to go to: the run that shows the problem, else the runs of the job.
    func opened(in state: State) -> Page? {
        if let key = runKey(in: state) { return .run(RunPage(key: key)) }
        return problem(in: state).map { .runs(RunsPage(profile: state.profile.id, job: $0.first.job)) }
    }

    func copyText(in state: State) -> String? {
        problem(in: state).map { "\(Wording.subject(of: $0)): \(Wording.title(of: $0))" }
    }

    mutating func settle(in state: State) {
        cursor.settle(in: shown.rows.map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: shown.rows.map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let list = ProblemsView.listRegion(in: state)
        let table = ProblemsView.table(of: shown.rows, state).arranged(by: state.lists[Self.kind], state.settings.charset)
        if let field = table.field(at: event, above: list) { return .heading(field) }
        let line = list.line(of: event)
        return cursor.click(line: line, in: shown.rows.map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        ProblemsView.draw(self, state, on: &canvas, in: region)
    }

    mutating func goTo(_ target: String, in state: State) {
        guard let row = RowTargetText(target)?.place(in: shown.rows.count, times: nil, in: state) else { return }
        cursor.go(to: row, in: shown.rows.map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    mutating func goToUrgent(isForward: Bool, in state: State) -> Bool {
        let rows = shown.rows
        let known = Set(state.judgements.acknowledged.map(\.identity))
        guard let place = cursor.place(isForward: isForward, among: rows.indices, { !known.contains(rows[$0].identity) }) else {
            return false
        }
        cursor.go(to: place, in: rows.map(\.identity), height: ProblemsView.listHeight(in: state))
        return true
    }
}
