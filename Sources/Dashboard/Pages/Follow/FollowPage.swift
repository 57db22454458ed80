import FoundationEssentials
import Intuned
import TextScreen

/// Stays with a job and not with a run: shows the active run, and waits for the next one when it has ended.
package struct FollowPage: PageContent {
    static let kind = PageKind.follow
    static let bindings =
        [.refresh, .toggleTime, .webPage, .copy, .togglePolling] + Binding.acting + Binding.pace + [
            .backOrLeft, .problems, .wall, .settings, .palette, .mouse, .help,
        ]
        + Binding.leaving

    /// The job.
    package let job: String

    /// Creates the page of a job.
    package init(job: String) { self.job = job }

    var page: Page { .follow(self) }

    func crumb(in state: State) -> String { "follow \(job)" }

    /// The newest run that has not ended; nil while the next one is awaited.
    func active(in state: State) -> JobRun? { state.activeRun(of: job) }

    /// The newest run that has ended.
    func last(in state: State) -> JobRun? { state.records.listings[job]?.runs.first { !$0.isActive } }

    func focus(in state: State) -> Want? { Want(.newestRuns(job: job), every: state.polling.interval) }

    /// The newest runs as often as an active run, since the next one may start at any moment.
    func wants(in state: State) -> [Want] {
        let run = runKey(in: state).map { Want(.run($0), every: state.polling.interval) }
        return [Want(.newestRuns(job: job), every: state.polling.interval)] + [run].compactMap { $0 }
            + [state.wantOfJobs]
    }

    func job(in state: State) -> String? { job }

    func runKey(in state: State) -> RunKey? {
        active(in: state).map { RunKey(profile: state.profile.id, job: job, run: $0.id) }
    }

    func copyText(in state: State) -> String? { (active(in: state) ?? last(in: state))?.id }

    mutating func move(_ move: Move, in state: State) {}

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        FollowView.draw(self, state, on: &canvas, in: region)
    }
}
