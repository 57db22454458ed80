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
    package static let all: [Binding] = opening + acting + moving + leaving

    /// The binding that a key has on a page.
    package static func binding(of key: Key, on page: PageKind) -> Binding? {
        all.first { $0.pages.contains(page) && $0.keys.contains(key) }
    }

    private static let everywhere = Set(PageKind.allCases)
    private static let lists: Set<PageKind> = [.jobs, .runs]
    private static let ofRuns: Set<PageKind> = [.runs, .run]

    private static let opening: [Binding] = [
        Binding(.open, [.enter, .right, .character("l")], "open", "open what is selected", on: lists),
        Binding(.open, [.enter, .character(" ")], "fold", "fold or unfold the branch", on: [.configuration]),
        Binding(.right, [.right, .character("l")], "", "unfold the branch", on: [.configuration]),
        Binding(.left, [.left, .character("h")], "", "fold the branch, or go to the one above", on: [.configuration]),
        Binding(.nextPane, [.tab, .right, .character("l")], "pane", "go to the next pane", on: [.run]),
        Binding(.previousPane, [.backTab, .left, .character("h")], "", "go to the pane before", on: [.run]),
        Binding(.configuration, [.character("c")], "config", "show the configuration that the run was started with", on: ofRuns),
        Binding(.fetch, [.character("f")], "fetch results", "fetch the run's results into a file", on: ofRuns),
        Binding(.cancelFetch, [.character("x")], "stop fetch", "stop the fetch of this run's results", on: ofRuns),
        Binding(
            .showSecrets, [.character("v")], "secrets", "show the secrets, after a yes; hide them again", on: [.configuration]),
    ]

    private static let acting: [Binding] = [
        Binding(
            .refresh, [.character("r"), .function(5)], "refresh", "ask the platform now", on: everywhere.subtracting([.help])),
        Binding(.filter, [.character("/")], "filter", "show only rows with these words; Esc shows all again", on: lists),
        Binding(.toggleTime, [.character("t")], "times", "switch between ages and times of day", on: [.jobs, .runs, .run]),
        Binding(
            .webPage, [.character("o")], "web page", "show the address of the run or job on the web", on: [.jobs, .runs, .run]),
        Binding(
            .copy, [.character("y")], "copy", "copy the id, or the value, to the clipboard (OSC 52)",
            on: everywhere.subtracting([.help])),
        Binding(
            .togglePolling, [.character("p")], "pause", "hold polling, or go on with it", on: everywhere.subtracting([.help])),
        Binding(.slower, [.character("+"), .character("=")], "", "ask less often", on: everywhere),
        Binding(.faster, [.character("-")], "", "ask more often", on: everywhere),
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
            .back, [.escape, .left, .character("h"), .backspace], "back", "go back to where you came from", on: [.jobs, .runs]),
        Binding(.back, [.escape, .backspace], "back", "go back to where you came from", on: [.run, .configuration]),
        Binding(.back, [.escape, .backspace, .character("?"), .enter], "back", "close the help", on: [.help]),
        Binding(.help, [.character("?"), .function(1)], "help", "show this help", on: everywhere.subtracting([.help])),
        Binding(.redraw, [.control("l")], "", "draw the screen anew", on: everywhere),
        Binding(.suspend, [.control("z")], "", "stop jobtop and go back to the shell; fg comes back", on: everywhere),
        Binding(.quit, [.character("q"), .function(10)], "quit", "leave jobtop", on: everywhere),
    ]
}
