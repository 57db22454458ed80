package import TextScreen

/// One row of the key table: footer, help page, README and update read the same rows.
package struct Binding: Hashable, Sendable {
    /// The keys that mean it, the one to be named first.
    package var keys: [Key]
    /// What they mean.
    package var command: Command
    /// The word in the footer; empty for keys that everybody tries anyway.
    package var label: String
    /// The sentence in the help.
    package var help: String
    /// The pages where they mean it.
    package var pages: Set<PageKind>

    private init(_ command: Command, _ keys: [Key], _ label: String, _ help: String, on pages: Set<PageKind>) {
        self.command = command
        self.keys = keys
        self.label = label
        self.help = help
        self.pages = pages
    }

    /// The whole table, in the order in which footer and help name it.
    package static let all: [Binding] = opening + reading + acting + moving + leaving

    /// The binding that a key has on a page.
    package static func binding(of key: Key, on page: PageKind) -> Binding? {
        all.first { $0.pages.contains(page) && $0.keys.contains(key) }
    }

    private static let everywhere = Set(PageKind.allCases)
    private static let polled = everywhere.subtracting(ofResults).subtracting([.help])
    private static let lists: Set<PageKind> = [.jobs, .runs]
    private static let ofResults: Set<PageKind> = [.items, .item, .groups, .bytes]
    private static let ofRuns: Set<PageKind> = [.runs, .run]

    private static let opening: [Binding] = [
        Binding(.open, [.enter, .right, .character("l")], "open", "open what is selected", on: lists.union([.items, .groups])),
        Binding(.open, [.enter], "read results", "read the run's results, also while they arrive", on: [.run]),
        Binding(.open, [.enter], "text or hex", "switch between text and bytes", on: [.bytes]),
        Binding(.open, [.enter, .character(" ")], "fold", "fold or unfold the branch", on: [.configuration, .item]),
        Binding(.right, [.right, .character("l")], "", "unfold the branch", on: [.configuration, .item]),
        Binding(.left, [.left, .character("h")], "", "fold the branch, or go to the one above", on: [.configuration, .item]),
        Binding(.nextPane, [.tab, .right, .character("l")], "pane", "go to the next pane", on: [.run]),
        Binding(.previousPane, [.backTab, .left, .character("h")], "", "go to the pane before", on: [.run]),
        Binding(.configuration, [.character("c")], "config", "show the configuration that the run was started with", on: ofRuns),
        Binding(
            .fetch, [.character("f")], "fetch", "fetch the results of the run, or of those marked, into files", on: ofRuns
        ),
        Binding(
            .mark, [.character(" ")], "mark", "mark the run, or take its mark away: f then fetches the marked runs one by one",
            on: [.runs]
        ),
        Binding(
            .cancelFetch, [.character("x")], "stop fetch", "stop the fetch of this run's results, or take it out of the queue",
            on: ofRuns),
        Binding(
            .showSecrets, [.character("v")], "secrets", "show the secrets, after a yes; hide them again", on: [.configuration]),
    ]

    private static let reading: [Binding] = [
        Binding(
            .results(.cycleOutcome), [.character("a")], "failed/ok", "show all items, the failed ones, those that went well",
            on: [.items]),
        Binding(.results(.next), [.character("n")], "next", "go to the next failed item", on: [.items]),
        Binding(.results(.previous), [.character("N")], "", "go to the failed item before", on: [.items]),
        Binding(.results(.groups), [.character("e")], "failures", "show the failures, those of one cause together", on: [.items]),
        Binding(.results(.cycleAPI), [.character("A")], "API", "show the items of one API after the other", on: [.items]),
        Binding(
            .results(.writeLines), [.character("w")], "write", "write the shown items to a file, as JSON lines", on: [.items]),
        Binding(.results(.writeCSV), [.character("W")], "csv", "write the shown items to a file, as csv", on: [.items]),
        Binding(
            .results(.stopWriting), [.character("x")], "stop writing", "write no more, and leave nothing of it", on: [.items]),
        Binding(.results(.bytes), [.character("b")], "bytes", "show the file as it is", on: [.items]),
        Binding(.filter, [.character("/")], "search", "look for words in names and values", on: [.item]),
        Binding(.results(.next), [.character("n")], "next", "go to the next match", on: [.item]),
        Binding(.results(.previous), [.character("N")], "", "go to the match before", on: [.item]),
        Binding(.results(.copyPath), [.character("Y")], "copy path", "copy the path of the value", on: [.item]),
    ]

    private static let acting: [Binding] = [
        Binding(
            .refresh, [.character("r"), .function(5)], "refresh", "ask the platform now", on: polled),
        Binding(
            .filter, [.character("/")], "filter", "show only rows with these words; Esc shows all again",
            on: lists.union([.items])),
        Binding(.toggleTime, [.character("t")], "times", "switch between ages and times of day", on: [.jobs, .runs, .run]),
        Binding(
            .webPage, [.character("o")], "web page", "show the address of the run or job on the web", on: [.jobs, .runs, .run]),
        Binding(
            .copy, [.character("y")], "copy", "copy the id, or the value, to the clipboard (OSC 52)",
            on: everywhere.subtracting([.help])),
        Binding(
            .togglePolling, [.character("p")], "pause", "hold polling, or go on with it", on: polled),
        Binding(.slower, [.character("+"), .character("=")], "", "ask less often", on: polled.union([.help])),
        Binding(.faster, [.character("-")], "", "ask more often", on: polled.union([.help])),
    ]

    private static let moving: [Binding] = [
        Binding(.down, [.down, .character("j")], "", "one row down", on: everywhere),
        Binding(.up, [.up, .character("k")], "", "one row up", on: everywhere),
        Binding(.pageDown, [.pageDown, .control("f"), .control("d")], "", "one screen down", on: everywhere),
        Binding(.pageUp, [.pageUp, .control("b"), .control("u")], "", "one screen up", on: everywhere),
        Binding(.first, [.home, .character("g")], "", "to the first row", on: everywhere),
        Binding(.last, [.end, .character("G")], "", "to the last row", on: everywhere),
    ]

    private static let leaving: [Binding] = [
        Binding(
            .back, [.escape, .left, .character("h"), .backspace], "back", "go back to where you came from",
            on: lists.union([.items, .groups, .bytes])),
        Binding(.back, [.escape, .backspace], "back", "go back to where you came from", on: [.run, .configuration, .item]),
        Binding(.back, [.escape, .backspace, .character("?"), .enter], "back", "close the help", on: [.help]),
        Binding(.help, [.character("?"), .function(1)], "help", "show this help", on: everywhere.subtracting([.help])),
        Binding(.redraw, [.control("l")], "", "draw the screen anew", on: everywhere),
        Binding(.suspend, [.control("z")], "", "stop jobtop and go back to the shell; fg comes back", on: everywhere),
        Binding(.quit, [.character("q"), .function(10)], "quit", "leave jobtop", on: everywhere),
    ]
}
