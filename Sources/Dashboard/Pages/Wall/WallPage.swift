import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// The worst problems in large letters over the whole screen, for a screen that hangs on a wall.
package struct WallPage: PageContent {
    static let kind = PageKind.wall
    static let bindings =
        [
            Binding(.move(.down), [.right, .down], "", "show the next tiles"),
            Binding(.move(.up), [.left, .up], "", "show the previous tiles"),
            .app(.back, [.escape], "back", "leave the wall"), .palette,
        ] + Binding.leaving.dropLast() + [.app(.quit, [.character("q")], "", "quit jobtop")]

    /// Seconds for which tiles are shown before the next ones.
    static let turn = 10.0

    /// The uptime at which the user turned the tiles, or opened the page.
    private var turnedAt: Double
    /// The tiles that were shown then, in screenfuls.
    private var turned = 0

    /// Creates the page; the tiles turn from this moment on.
    package init(at now: Moment) { turnedAt = now.uptime }

    var page: Page { .wall(self) }

    func crumb(in state: State) -> String { "wall" }

    func focus(in state: State) -> Want? { state.wantOfJobs }

    func wants(in state: State) -> [Want] { [state.wantOfJobs] + state.wantsOfAllRuns }

    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { state.rowWantsOfAllRuns }

    /// The screenful to show out of so many; it changes with time.
    func screenful(of count: Int, in state: State) -> Int {
        let turns = Int(max(0, state.now.uptime - turnedAt) / Self.turn)
        return count > 0 ? (turned + turns) % count : 0
    }

    mutating func move(_ move: Move, in state: State) {
        let count = WallLayout(state).screenfuls
        let shown = screenful(of: count, in: state)
        switch move {
        case .down: turned = (shown + 1) % count
        case .up: turned = (shown + count - 1) % count
        case .pageUp, .pageDown, .first, .last: return
        }
        turnedAt = state.now.uptime
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        WallView.draw(self, state, on: &canvas, in: region)
    }
}
