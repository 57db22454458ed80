@testable import jobtop

/// The parts of the manual page that no table of the program holds.
extension Manual {
    static let files = [
        ("Intuned.json", "The workspace and the project, in this folder or the nearest one above; also `Intuned.jsonc`."),
        ("JOB-RUN.FORMAT", "Fetched results, in `--results-dir` or in this folder. Only you can read the file."),
        ("JOB-RUN.FORMAT.partial", "Results while they are incomplete. The next fetch continues them."),
        (
            "~/.local/state/jobtop/actions.jsonl",
            "A line of JSON for each action, in `XDG_STATE_HOME` if that is set. Only you can read it. A full file becomes "
                + "`actions.jsonl.1`."
        ),
        (
            "~/.local/state/jobtop/seen.json",
            "The ids of jobs and runs that shells complete, as they were last seen, in `XDG_STATE_HOME` if that is set. Only you "
                + "can read it. Delete it to forget them."
        ),
    ].map { Roff.item(Roff.value($0.0), $0.1) }.joined()

    static let scriptIntroduction = """
        Besides the options of jobtop that say which platform to ask, every command for scripts has these. On a terminal it \
        prints columns; otherwise values separated by tabs, below the names of the fields.
        """

    static let statuses = statusesOfTheDashboard + ".PP\n" + Roff.text("A command for scripts ends with:") + statusesOfCommands

    private static let statusesOfTheDashboard = [
        ("0", "You quit, or `jobtop doctor` found nothing to do."),
        ("1", "The terminal is gone, or `jobtop doctor` found something to do."),
        ("2", "jobtop could not start: an option, a setting or the terminal is wrong. Standard error says what to do."),
        ("128+N", "Signal N ended jobtop. The terminal is restored first."),
    ].map { Roff.item(Roff.bold($0.0), $0.1) }.joined()

    private static let statusesOfCommands = ExitStatus.allCases.map { Roff.item(Roff.bold("\($0.rawValue)"), $0.meaning) }
        .joined()

    static let examples = [
        ("jobtop --demo", "Show the built-in simulator. Needs no key."),
        ("jobtop --api-key-file ~/.config/jobtop/key nightly-prices", "Show the runs of one job."),
        ("jobtop doctor", "Check the setup."),
        ("jobtop problems --json", "Print what needs a person; the exit status is 1 if there is anything."),
        ("jobtop fetch nightly-prices last-good -o -", "Print the results of the last good run."),
        ("jobtop snapshot --page problems -o problems.svg", "Draw one page as a picture."),
        ("jobtop handover --since 8h", "Write a handover to the next shift in Markdown."),
        ("ssh -t HOST jobtop", "Show the dashboard of another machine."),
    ].map { Roff.item(Roff.bold($0.0), $0.1) }.joined()
}
