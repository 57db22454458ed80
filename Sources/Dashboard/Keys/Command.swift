/// What a key can mean; one family for each of those who carry it out.
package enum Command: Hashable, Sendable {
    /// Moves within what the page shows.
    case move(Move)
    /// Concerns the list, or the tree, that the page shows.
    case list(ListCommand)
    /// Means something on some pages alone, which carry it out or whose subject it is about.
    case page(PageCommand)
    /// Means the same everywhere.
    case app(AppCommand)
}

/// Moves that every page knows.
package enum Move: Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last

    /// The row that it leads to from another one, not yet held within the list.
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

/// What is done with a list.
package enum ListCommand: Hashable, Sendable {
    case open, filter
}

/// What is done on some pages; a page is handed the family that its bindings name and no other.
package enum PageCommand: Hashable, Sendable {
    case run(RunCommand)
    case pane(PaneCommand)
    case tree(TreeCommand)
    case results(ResultsCommand)
    case bytes(BytesCommand)
}

/// What is done with the run that a page is about.
package enum RunCommand: Hashable, Sendable {
    case readResults, configuration, mark, fetch, cancelFetch, showSecrets
}

/// Ways from one pane of a page to another.
package enum PaneCommand: Hashable, Sendable {
    case next, previous
}

/// What is done with a branch of a tree.
package enum TreeCommand: Hashable, Sendable {
    case toggle, unfold, fold
}

/// What is done where results are read.
package enum ResultsCommand: Hashable, Sendable, CaseIterable {
    case next, previous
    case cycleOutcome, cycleAPI
    case groups, bytes
    case writeLines, writeCSV, stopWriting
    case copyPath
}

/// What is done with the raw file.
package enum BytesCommand: Hashable, Sendable {
    case toggleStyle
}

/// What means the same on every page that has it.
package enum AppCommand: Hashable, Sendable {
    case back, refresh, togglePolling, slower, faster, toggleTime, webPage, copy, settings, help, redraw, suspend, quit
}
