import Intuned
import TextScreen

/// One run: its state, the reason, and its results.
package struct RunPage: PageContent {
    static let kind = PageKind.run
    static let bindings =
        [readResults, nextPane, previousPane, .configuration, .difference, older, newer, .fetch, .cancelFetch] + Binding.acting
        + [.follow, .refresh, .toggleTime, .webPage, .copy, .togglePolling] + Binding.pace + Binding.moving
        + [.back, .problems, .wall, .settings, .palette, .mouse, .help] + Binding.leaving

    private static let readResults = Binding.page(
        .run(.readResults), [.enter], "read results", "read the results, also during the fetch")
    private static let older = Binding.page(.run(.older), [.character("[")], "", "previous run of the job")
    private static let newer = Binding.page(.run(.newer), [.character("]")], "", "next run of the job")
    private static let nextPane = Binding.page(
        .pane(.next), [.tab, .right, .character("l")], "pane", "next pane")
    private static let previousPane = Binding.page(
        .pane(.previous), [.backTab, .left, .character("h")], "", "previous pane")

    /// The panes, in the order of Tab.
    package enum Pane: Int, Hashable, Sendable, CaseIterable {
        case error, reason, results, run

        /// The title in the pane's border.
        var title: String {
            switch self {
            case .error: "Error"
            case .reason: "Reason"
            case .results: "Results"
            case .run: "Run"
            }
        }

        /// The pane this many steps away, wrapping around.
        func next(_ step: Int) -> Pane {
            let all = Pane.allCases
            return all[(rawValue + step + all.count) % all.count]
        }
    }

    /// The run.
    package let key: RunKey
    /// The pane that the arrow keys scroll.
    package internal(set) var pane = Pane.error
    /// Whether the user has chosen the pane; until then it is the pane with the most to show.
    private var isTouched = false
    /// The first visible line of each scrolled pane.
    package internal(set) var scrolled: [Pane: Int] = [:]

    /// Creates the page of a run.
    package init(key: RunKey) {
        self.key = key
    }

    var page: Page { .run(self) }

    func crumb(in state: State) -> String { state.shortID(of: key) }

    func runKey(in state: State) -> RunKey? { key }

    func copyText(in state: State) -> String? { key.run }

    func focus(in state: State) -> Want? { Self.focus(of: key, in: state) }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        RunView.draw(self, state, on: &canvas, in: region)
    }

    /// The run; it is requested at the polling interval while it is active or its results are awaited, and once after that.
    static func focus(of key: RunKey, in state: State) -> Want {
        let isOver = state.records.details[key].map { !$0.jobRun.isActive } ?? false
        return Want(.run(key), every: isOver && !state.awaitsResults(of: key) ? nil : state.polling.interval)
    }

    mutating func settle(in state: State) {
        if !isTouched, let run = state.records.run(key) {
            pane = run.error != nil ? .error : run.reason != nil ? .reason : .results
        }
        for (pane, line) in scrolled { scrolled[pane] = min(line, RunView.lastScroll(of: pane, page: self, in: state)) }
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard case .pane(let command) = command else { return }
        isTouched = true
        switch command {
        case .next: pane = pane.next(1)
        case .previous: pane = pane.next(-1)
        }
    }

    mutating func move(_ move: Move, in state: State) {
        isTouched = true
        let last = RunView.lastScroll(of: pane, page: self, in: state)
        let height = RunView.height(of: pane, page: self, in: state)
        let target = move.target(from: scrolled[pane] ?? 0, count: last + 1, height: height)
        scrolled[pane] = max(0, min(last, target))
    }
}
