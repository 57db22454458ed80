import CNcurses
import Glibc

/// What the terminfo database says about the terminal that TERM names; nothing is sent to the terminal.
package struct TerminalKind: Equatable, Sendable {
    /// What TERM names, in at most 40 characters.
    package let name: String
    /// The kind of terminal that is drawn for instead; nil if the database has an entry.
    package let standIn: TerminalStandIn?
    /// The number of colors; 0 for a terminal without color.
    package let colors: Int

    /// The version of ncurses, such as `ncurses 6.4.20221231`.
    package static var libraryVersion: String { curses_version().map { String(cString: $0) } ?? "unknown" }

    /// Looks the terminal up as the dashboard does at its start.
    ///
    /// - Parameter term: the value of TERM; nil if it is not set.
    package init(term: String?) throws(NcursesTerminalError) {
        guard let term, !term.isEmpty else { throw .termNotSet }
        guard term != "dumb" else { throw .cannotAddressCursor(term) }
        name = TerminalStandIn.shortened(term)
        var problem: NcursesTerminalError?
        for candidate in [term] + TerminalStandIn.candidates {
            var reason: Int32 = 0
            setupterm(candidate, STDOUT_FILENO, &reason)
            guard reason == 1 else {
                problem = problem ?? (reason == 0 ? .unknownTerminal(name) : .noTerminfo)
                continue
            }
            guard Terminfo.string("cup") != nil else { throw .cannotAddressCursor(candidate) }
            standIn = candidate == term ? nil : TerminalStandIn(missing: name, taken: candidate)
            colors = max(0, Int(tigetnum("colors")))
            return
        }
        throw problem ?? .noTerminfo
    }
}
