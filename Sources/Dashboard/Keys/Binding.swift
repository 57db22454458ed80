package import TextScreen

/// One row of a page's key table, which footer, help, README and update share.
package struct Binding: Hashable, Sendable {
    /// The command that the keys give.
    package var command: Command
    /// The keys of the command; the first one is the one to name.
    package var keys: [Key]
    /// The word in the footer; empty for keys that everyone tries anyway.
    package var label: String
    /// The sentence in the help.
    package var help: String
    /// The word that runs the command in the palette, where a text may follow it; nil for a command that is found by its help.
    package var word: String?

    /// Creates a row.
    init(_ command: Command, _ keys: [Key], _ label: String, _ help: String) {
        (self.command, self.keys, self.label, self.help) = (command, keys, label, help)
    }

    /// A command of the palette alone.
    private static func named(_ word: String, _ command: AppCommand, _ help: String) -> Binding {
        var binding = app(command, [], "", help)
        binding.word = word
        return binding
    }

    static func app(_ command: AppCommand, _ keys: [Key], _ label: String, _ help: String) -> Binding {
        Binding(.app(command), keys, label, help)
    }

    static func page(_ command: PageCommand, _ keys: [Key], _ label: String, _ help: String) -> Binding {
        Binding(.page(command), keys, label, help)
    }
}

/// The rows that several pages share.
extension Binding {
    static let openSelected = Binding(.list(.open), [.enter, .right, .character("l")], "open", "open what is selected")
    static let filter = Binding(
        .list(.filter), [.character("/")], "filter", "filter: show only matching rows; Esc shows all")
    static let palette = app(.palette, [.character(":")], "command", "run a command by its name, go to a job, run or row")
    static let sort = Binding(.list(.sort), [.character("s")], "sort", "sort the list by a column or field")
    /// What every list has that can be arranged.
    static let arranging =
        [
            Binding(.list(.reverse), [.character("S")], "", "sort in the reverse order"),
            Binding(.list(.columns), [.character("C")], "", "columns of the list: show, hide, move"),
        ] + stepping
    /// What every list of jobs, problems or runs has.
    static let stepping = [
        Binding(.list(.nextUrgent), [.character("n")], "", "next row that needs somebody"),
        Binding(.list(.previousUrgent), [.character("N")], "", "previous row that needs somebody"),
    ]

    static let refresh = app(.refresh, [.character("r"), .function(5)], "refresh", "refresh now")
    static let toggleTime = app(.toggleTime, [.character("t")], "times", "switch between ages and times of day")
    static let webPage = app(
        .webPage, [.character("o")], "web page", "show the web address of the run or job")
    static let copy = app(.copy, [.character("y")], "copy", "copy the id or value to the clipboard (OSC 52)")
    static let togglePolling = app(.togglePolling, [.character("p")], "pause", "pause or resume polling")
    static let pace = [
        app(.slower, [.character("+"), .character("=")], "", "poll less often"),
        app(.faster, [.character("-")], "", "poll more often"),
    ]

    static let moving = [
        Binding(.move(.down), [.down, .character("j")], "", "down one row"),
        Binding(.move(.up), [.up, .character("k")], "", "up one row"),
        Binding(.move(.pageDown), [.pageDown, .control("f"), .control("d")], "", "page down"),
        Binding(.move(.pageUp), [.pageUp, .control("b"), .control("u")], "", "page up"),
        Binding(.move(.first), [.home, .character("g")], "", "to the first row"),
        Binding(.move(.last), [.end, .character("G")], "", "to the last row"),
    ]

    /// Goes back; so does Left where it has no other meaning.
    static let backOrLeft = app(
        .back, [.escape, .left, .character("h"), .backspace], "back", "go back")
    static let back = app(.back, [.escape, .backspace], "back", "go back")
    static let history = page(.history(.open), [.character("H")], "history", "show the history of the job")
    static let follow = page(.follow, [.character("F")], "", "follow the job from run to run")
    static let problems = app(.problems, [.character("!")], "problems", "show all problems, worst first")
    static let wall = app(.wall, [.character("w")], "", "show the wall: large tiles, worst first")
    static let settings = app(.settings, [.character(",")], "", "show the settings and where they come from")
    static let mouse = app(.toggleMouse, [.character("m")], "", "use the mouse, or leave it to the terminal")
    static let help = app(.help, [.character("?"), .function(1)], "help", "show this help")
    static let leaving = [
        named("snapshot", .snapshot, "save this page as an .svg, .txt or .ansi file"),
        named("handover", .handover, "save a handover about 8h or another time"),
        app(.redraw, [.control("l")], "", "redraw the screen"),
        app(.suspend, [.control("z")], "", "suspend jobtop; fg resumes it"),
        app(.quit, [.character("q"), .function(10)], "quit", "quit jobtop"),
    ]

    static let trigger = page(.act(.trigger), [.character("R")], "trigger", "trigger a run of the job, after a question")
    static let terminate = page(.act(.terminate), [.character("K")], "terminate", "terminate the run, after a question")
    static let togglePause = page(
        .act(.togglePause), [.character("Z")], "pause job", "pause or resume the job, after a question")
    /// What every page of a job has, and every page of a run.
    static let (actingOnJob, acting) = ([trigger, togglePause], [trigger, terminate, togglePause])

    static let configuration = page(
        .run(.configuration), [.character("c")], "config", "show the configuration of the run")
    static let difference = page(
        .run(.difference), [.character("d")], "difference", "compare the configuration with another run")
    static let fetch = page(
        .run(.fetch), [.character("f")], "fetch", "fetch the results of the run or of the marked runs")
    static let cancelFetch = page(
        .run(.cancelFetch), [.character("x")], "stop fetch",
        "stop the fetch, or take the run out of the queue")

    static let tree = [
        page(.tree(.toggle), [.enter, .character(" ")], "fold", "fold or unfold the branch"),
        page(.tree(.unfold), [.right, .character("l")], "", "unfold the branch"),
        page(.tree(.fold), [.left, .character("h")], "", "fold the branch, or select its parent"),
    ]
}
