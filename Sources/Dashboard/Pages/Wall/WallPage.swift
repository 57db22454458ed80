import Intuned
import TextScreen

/// The whole screen for a wall: large tiles, worst first, and hardly any keys.
package struct WallPage: PageContent {
    static let kind = PageKind.wall
    static let bindings: [Binding] = [
        .app(.back, [.escape], "back", "close the wall"),
        Binding(.move(.down), [.down, .right], "", "next tiles"), Binding(.move(.up), [.up, .left], "", "previous tiles"),
        .app(.redraw, [.control("l")], "", "redraw the screen"), .app(.quit, [.character("q")], "quit", "quit jobtop"),
    ]

    /// Seconds after which further tiles take their turn.
    static let turn = 10.0

    /// Turns by keys, beside those by time.
    package internal(set) var turns = 0

    /// Creates the page.
    package init() {}

    var page: Page { .wall(self) }

    func crumb(in state: State) -> String { "wall" }

    func focus(in state: State) -> Want? { JobsPage().focus(in: state) }

    /// The jobs and the runs of each: nobody scrolls here, so all of them are on the screen.
    func wants(in state: State) -> [Want] {
        let interval = state.polling.interval
        let jobs = state.records.jobs?.jobs ?? []
        return [Want(.jobs, every: interval * 5)]
            + jobs.map { job in
                let isActive = state.records.listings[job.id]?.runs.first?.isActive ?? false
                return Want(.newestRuns(job: job.id), every: interval * (isActive ? 5 : 20))
            }
    }

    mutating func move(_ move: Move, in state: State) { turns += move == .up ? -1 : 1 }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        WallView.draw(self, state, on: &canvas, in: region)
    }
}
