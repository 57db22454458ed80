import FoundationEssentials
import Query
import ResultsFile

extension Wording {
    /// The order that a list has by itself.
    static func standardOrder(of kind: PageKind) -> String {
        switch kind {
        case .jobs, .problems: "usual order (worst first)"
        case .runs: "usual order (newest first)"
        case .items: "order of the file"
        case .history, .run, .configuration, .difference, .item, .groups, .bytes, .follow, .wall, .settings, .help:
            "usual order"
        }
    }

    /// The order of a list in its caption.
    static func sorted(_ order: ListOrder) -> String {
        guard let field = order.field else { return "reversed" }
        return "sorted by \(field)" + (order.isReversed ? ", reversed" : "")
    }

    /// Items are sorted when the whole file is read.
    static func sortedLater(_ order: ListOrder) -> String { "\(sorted(order)) once the file is read" }

    /// Items stay in the order of the file.
    static let tooMuchToSort =
        "not sorted: the filter leaves more than \(number(ResultsFilter.mostSorted)) items or "
        + "\(size(Double(ResultsFilter.mostSortedBytes))) of text"

    /// The order is turned around.
    static let reversed = "reversed"
    /// The column is not shown.
    static let hidden = "hidden"
    /// No entry of a menu has the typed letters.
    static let noEntry = "Nothing has this name."
    /// What the entry is.
    static let jobEntry = "job"
    /// How columns are arranged.
    static let columnsHint = "Enter shows or hides, Left and Right move, Backspace restores"

    /// The title of a menu.
    static func title(_ purpose: Menu.Purpose) -> String {
        switch purpose {
        case .order: "Sort by"
        case .columns: "Columns"
        case .palette: "Command"
        }
    }

    /// The keys of a menu.
    static func keys(_ purpose: Menu.Purpose) -> String {
        switch purpose {
        case .order: "Enter sorts, again reverses"
        case .columns: "Esc closes"
        case .palette: "type to search; goto ROW, 50%, DATE or -3d; pause JOB"
        }
    }

    /// Goes to a row.
    static func goTo(_ target: String) -> String { "go to \(target)" }

    /// The target names no row.
    static func cannotGoTo(_ target: String) -> String {
        "\u{201C}\(target)\u{201D} names no other row. Examples: 1200, 50%, last, 2026-11-01, -3d."
    }

    /// The page has no rows.
    static let noRowsHere = "This page has no rows to go to."
    /// The command belongs to another page.
    static let notOnThisPage = "This command belongs to another page."

    /// No row after or before the selected one needs somebody.
    static func nothingUrgent(isForward: Bool) -> String {
        isForward ? "No row below needs somebody." : "No row above needs somebody."
    }

    /// The filter hides every problem.
    static func noProblemMatches(_ filter: String) -> String {
        "No problem matches \u{201C}\(filter)\u{201D}. Esc clears the filter."
    }

    /// The filter hides every line of the help.
    static func noHelpMatches(_ filter: String) -> String {
        "No command matches \u{201C}\(filter)\u{201D}. Esc clears the filter."
    }

    /// The row that the user wants to go to is being loaded.
    static func seeking(_ row: SoughtRow, in state: State) -> String {
        switch row {
        case .place(let place): "Loading run \(number(place + 1)). Any move stops that."
        case .time(let time):
            "Looking for the run of \(timeOfDay(time, now: state.now.wall, state.settings.offsets)). Any move stops that."
        }
    }

    /// Runs that are not loaded, in their place in the list.
    static func gap(_ places: Range<Int>) -> String { "\(count(places.count, "run")) not loaded" }

    /// The place of the selected run in a long list.
    static func place(_ place: Int, of total: Int) -> String { "run \(number(place + 1)) of \(number(total))" }

    /// Runs are loaded on.
    static func loadingOn(_ loaded: Int, of total: Int, minutes: Int) -> String {
        let time = minutes > 0 ? ", about \(duration(Double(minutes) * 60)) left" : ""
        return "Loading runs: \(number(loaded)) of \(number(total))\(time). L stops."
    }

    /// No more runs are loaded than this.
    static func loadedAll(_ loaded: Int, of total: Int) -> String {
        loaded < total
            ? "\(number(loaded)) of \(number(total)) runs are loaded, the most that jobtop keeps." : "All runs are loaded."
    }

    /// Why a command does nothing now.
    static func whyNot(_ command: Command) -> String {
        switch command {
        case .move, .list(.filter), .list(.reverse), .list(.sort), .list(.columns): "no list"
        case .list(.open): "nothing selected"
        case .list(.nextUrgent), .list(.previousUrgent): "no such row"
        case .list(.mark): "no job selected"
        case .list(.markShown): "no rows shown"
        case .list(.unmarkAll): "no marks"
        case .list(.loadAll): "all are loaded"
        case .page(.run(.readResults)): "not fetched yet"
        case .page(.run(.configuration)), .page(.run(.difference)): "no configuration known"
        case .page(.run(.fetch)): "no results yet"
        case .page(.run(.cancelFetch)): "no fetch"
        case .page(.run(.showSecrets)): "no secrets"
        case .page(.run(.mark)), .page(.run(.older)), .page(.run(.newer)): "no run selected"
        case .page(.results(.stopWriting)): "no export"
        case .page(.act): "not here"
        case .page: "not now"
        case .app(.webPage): "no address known"
        case .app(.copy): "nothing to copy"
        case .app: "not now"
        }
    }
}
