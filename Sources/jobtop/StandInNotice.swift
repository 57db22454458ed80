import NcursesTerminal

extension TerminalStandIn {
    /// The notice at the start: which terminfo entry is missing, which one is used instead, and how to install the missing one.
    var notice: String {
        """
        No terminfo entry for TERM=\(missing): jobtop draws for \(taken). To fix it, install ncurses-term here, or run \
        infocmp -x | ssh HOST tic -x - on your own machine.
        """
    }
}
