package import Insight
import TextScreen

/// Everything that needs somebody, worst first, then newest; what was acknowledged comes last.
package struct ProblemsPage: PageContent {
    static let kind = PageKind.problems
    static let bindings =
        [.openSelected, acknowledge, .difference, .refresh, .toggleTime, .copy, .togglePolling] + Binding.pace + Binding.moving
        + [.backOrLeft, .wall, .settings, .mouse, .help] + Binding.leaving

    private static let acknowledge = Binding.page(
        .problems(.acknowledge), [.character("a")], "acknowledge", "acknowledge the problem for this session, or undo")

    /// The selected problem and the scroll position.
    package internal(set) var cursor = ListCursor<Verdict.Identity>()

    /// Creates the page with the worst problem selected.
    package init() {}

    var page: Page { .problems(self) }

    func crumb(in state: State) -> String { "problems" }

    func focus(in state: State) -> Want? { state.wantOfJobs }

    func wants(in state: State) -> [Want] { [state.wantOfJobs] + state.wantsOfAllRuns }

    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { state.rowWantsOfAllRuns }

    /// All problems in the order of the list.
    func rows(in state: State) -> [Problem] { state.judgements.problems + state.judgements.acknowledged }

    func problem(in state: State) -> Problem? { rows(in: state).first { $0.identity == cursor.selected } }

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
        cursor.settle(in: rows(in: state).map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: rows(in: state).map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = ProblemsView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: rows(in: state).map(\.identity), height: ProblemsView.listHeight(in: state))
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        ProblemsView.draw(self, state, on: &canvas, in: region)
    }
}
