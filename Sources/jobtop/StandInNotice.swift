import NcursesTerminal

extension TerminalStandIn {
    /// What the user sees at the start: which entry is missing, what was taken, and how to get the entry.
    var notice: String {
        """
        No terminfo entry for TERM=\(missing); drawing as \(taken). To fix it, install ncurses-term, or run \
        infocmp -x | ssh HOST tic -x - on the machine of the terminal.
        """
    }
}
