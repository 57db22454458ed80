/// The command of a key, grouped by the part of the program that carries it out.
package enum Command: Hashable, Sendable {
    /// Moves within the page.
    case move(Move)
    /// Acts on the list or the tree of the page.
    case list(ListCommand)
    /// Exists only on some pages; the page carries it out, or it acts on the page's subject.
    case page(PageCommand)
    /// Does the same on every page.
    case app(AppCommand)
}

/// The moves that every page knows.
package enum Move: Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last

    /// The target row of the move, not yet limited to the list.
    func target(from index: Int, count: Int, height: Int) -> Int {
        let page = max(1, height - 1)
        return switch self {
        case .up: index - 1
        case .down: index + 1
        case .pageUp: index - page
        case .pageDown: index + page
        case .first: 0
        case .last: count - 1
        }
    }
}

/// The commands for a list.
package enum ListCommand: Hashable, Sendable {
    case open, filter
    case sort, reverse, columns
    case nextUrgent, previousUrgent
    case mark, markShown, unmarkAll, loadAll
}

/// The commands of some pages; a page receives only the families that its bindings name.
package enum PageCommand: Hashable, Sendable {
    case run(RunCommand)
    case pane(PaneCommand)
    case tree(TreeCommand)
    case results(ResultsCommand)
    case bytes(BytesCommand)
    case problems(ProblemsCommand)
    case history(HistoryCommand)
    case difference(DifferenceCommand)
    case follow
    case act(ActionWish)
}

/// What is done where configurations are compared.
package enum DifferenceCommand: Hashable, Sendable {
    case otherBasis, toggleAll
}

/// What is done with the past of a job.
package enum HistoryCommand: Hashable, Sendable {
    case open, toggleDays
}

/// What is done with a problem.
package enum ProblemsCommand: Hashable, Sendable {
    case acknowledge
}

/// The commands for the run of a page.
package enum RunCommand: Hashable, Sendable {
    case readResults, configuration, difference, older, newer, mark, fetch, cancelFetch, showSecrets
}

/// The commands that move between panes.
package enum PaneCommand: Hashable, Sendable {
    case next, previous
}

/// The commands for a branch of a tree.
package enum TreeCommand: Hashable, Sendable {
    case toggle, unfold, fold
}

/// The commands on pages that show results.
package enum ResultsCommand: Hashable, Sendable, CaseIterable {
    case next, previous
    case cycleOutcome, cycleAPI
    case nextFields, previousFields
    case groups, bytes
    case writeLines, writeCSV, stopWriting
    case copyPath
}

/// The commands for the raw file.
package enum BytesCommand: Hashable, Sendable {
    case toggleStyle
}

/// The commands that do the same on every page that has them.
package enum AppCommand: Hashable, Sendable {
    case back, refresh, togglePolling, slower, faster, toggleTime, toggleMouse, webPage, copy, palette, problems, wall, settings,
        snapshot, handover, help, redraw, suspend, quit
}
