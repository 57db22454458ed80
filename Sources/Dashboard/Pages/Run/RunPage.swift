import Intuned

/// One run: where it stands, why, what came out.
package struct RunPage: Hashable, Sendable {
    /// The panes, in the order of Tab.
    package enum Pane: Int, Hashable, Sendable, CaseIterable {
        case error, reason, results, run

        /// The word in the pane's border.
        var title: String {
            switch self {
            case .error: "Error"
            case .reason: "Reason"
            case .results: "Results"
            case .run: "Run"
            }
        }

        /// The pane so many further on, round and round.
        func next(_ step: Int) -> Pane {
            let all = Pane.allCases
            return all[(rawValue + step + all.count) % all.count]
        }
    }

    /// The run.
    package let key: RunKey
    /// The pane that arrows scroll.
    package internal(set) var pane = Pane.error
    /// Whether the user has chosen the pane; until then it is the one that has most to say.
    private var isTouched = false
    /// The first line on the screen of each pane that was scrolled.
    package internal(set) var scrolled: [Pane: Int] = [:]

    /// Creates the page of a run.
    package init(key: RunKey) {
        self.key = key
    }

    /// The run is asked for as often as polling goes while it is active or its results are awaited, and once when it is over.
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

    mutating func move(_ command: Command, in state: State) {
        isTouched = true
        switch command {
        case .nextPane: pane = pane.next(1)
        case .previousPane: pane = pane.next(-1)
        case .up, .down, .pageUp, .pageDown, .first, .last: scroll(command, in: state)
        case .left, .right, .open, .back, .refresh, .togglePolling, .slower, .faster, .toggleTime, .filter, .configuration,
            .mark, .fetch, .cancelFetch, .webPage, .copy, .showSecrets, .results, .help, .redraw, .suspend, .quit:
            break
        }
    }

    private mutating func scroll(_ command: Command, in state: State) {
        let last = RunView.lastScroll(of: pane, page: self, in: state)
        let height = RunView.height(of: pane, page: self, in: state)
        guard let target = command.target(from: scrolled[pane] ?? 0, count: last + 1, height: height) else { return }
        scrolled[pane] = max(0, min(last, target))
    }
}
