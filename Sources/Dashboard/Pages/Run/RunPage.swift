import Intuned
import ResultsFile
import TextScreen

/// One run: its state, the reason, why its items failed, its results and its configuration.
package struct RunPage: PageContent {
    static let kind = PageKind.run
    static let bindings =
        [readResults, nextPane, previousPane, .configuration, .difference, older, newer, .fetch, .cancelFetch] + Binding.acting
        + [.follow, .refresh, .toggleTime, .webPage, .copy, .togglePolling] + Binding.pace + Binding.moving
        + [.back, .problems, .wall, .settings, .palette, .mouse, .help] + Binding.leaving

    private static let readResults = Binding.page(
        .run(.readResults), [.enter], "read results", "read the results, or the items of a cause")
    private static let older = Binding.page(.run(.older), [.character("[")], "", "previous run of the job")
    private static let newer = Binding.page(.run(.newer), [.character("]")], "", "next run of the job")
    private static let nextPane = Binding.page(
        .pane(.next), [.tab, .right, .character("l")], "pane", "next pane")
    private static let previousPane = Binding.page(
        .pane(.previous), [.backTab, .left, .character("h")], "", "previous pane")

    /// The panes, in the order of Tab and of their importance.
    package enum Pane: Int, Hashable, Sendable, CaseIterable {
        case error, reason, causes, results, run, configuration

        /// The title above the pane.
        var title: String {
            switch self {
            case .error: "Error"
            case .reason: "Reason"
            case .causes: "Causes"
            case .results: "Results"
            case .run: "Run"
            case .configuration: "Configuration"
            }
        }
    }

    /// The run.
    package let key: RunKey
    /// The pane that the arrow keys move in.
    package internal(set) var pane = Pane.results
    /// Whether the user has chosen the pane; until then it is the pane with the most to show.
    private var isTouched = false
    /// The first visible line of each scrolled pane.
    package internal(set) var scrolled: [Pane: Int] = [:]
    /// The selected cause of failures.
    package internal(set) var cause = ListCursor<Int>()
    /// How far the reading of the results has come.
    package internal(set) var peek = Peek.untried

    /// Creates the page of a run.
    package init(key: RunKey) {
        self.key = key
    }

    var page: Page { .run(self) }

    func crumb(in state: State) -> String { state.shortID(of: key) }

    func runKey(in state: State) -> RunKey? { key }

    func copyText(in state: State) -> String? { selectedCause(in: state)?.signature.text ?? key.run }

    func focus(in state: State) -> Want? { Self.focus(of: key, in: state) }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        RunView.draw(self, state, on: &canvas, in: region)
    }

    /// The run; it is requested at the polling interval while it is active or its results are awaited, and once after that.
    static func focus(of key: RunKey, in state: State) -> Want {
        let isOver = state.records.details[key].map { !$0.jobRun.isActive } ?? false
        return Want(.run(key), every: isOver && !state.awaitsResults(of: key) ? nil : state.polling.interval)
    }

    /// The cause on which the cursor is; nil while another pane has the focus.
    func selectedCause(in state: State) -> FailureGroup? {
        guard pane == .causes, let id = cause.selected else { return nil }
        return state.causes(of: key)?.groups.first { $0.id == id }
    }

    mutating func settle(in state: State) {
        guard let run = state.records.run(key) else { return }
        let panes = RunPanes.all(of: key, run, state)
        if !isTouched || !panes.contains(pane) { pane = panes[0] }
        for (pane, line) in scrolled { scrolled[pane] = min(line, RunView.lastScroll(of: pane, page: self, in: state)) }
        cause.settle(in: causes(in: state), height: RunView.listHeight(page: self, in: state))
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard case .pane(let command) = command else { return }
        isTouched = true
        let panes = RunView.panesToVisit(self, in: state)
        let place = panes.firstIndex(of: pane) ?? 0
        switch command {
        case .next: pane = panes[(place + 1) % panes.count]
        case .previous: pane = panes[(place + panes.count - 1) % panes.count]
        }
    }

    mutating func move(_ move: Move, in state: State) {
        isTouched = true
        guard pane != .causes else {
            return cause.perform(move, in: causes(in: state), height: RunView.listHeight(page: self, in: state))
        }
        let last = RunView.lastScroll(of: pane, page: self, in: state)
        let height = RunView.height(of: pane, page: self, in: state)
        let target = move.target(from: scrolled[pane] ?? 0, count: last + 1, height: height)
        scrolled[pane] = max(0, min(last, target))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        guard let line = RunView.causesRegion(page: self, in: state)?.line(of: event) else { return .nothing }
        pane = .causes
        return cause.click(line: line, in: causes(in: state), height: RunView.listHeight(page: self, in: state))
    }

    private func causes(in state: State) -> [Int] { state.causes(of: key)?.groups.map(\.id) ?? [] }
}
