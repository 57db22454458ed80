import NcursesTerminal

extension TerminalStandIn {
    /// What the user sees at the start: which entry is missing, what was taken, and how to get the entry.
    var notice: String {
        """
        No terminfo entry for TERM=\(missing): jobtop draws for \(taken). To fix it, install ncurses-term here, or run \
        infocmp -x | ssh HOST tic -x - on your own machine.
        """
    }
}
