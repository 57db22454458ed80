/// Why the terminal cannot show the dashboard.
package enum NcursesTerminalError: Error, Equatable {
    /// The environment variable TERM is not set, so the type of the terminal is unknown.
    case termNotSet
    /// The terminfo database has neither an entry for the kind of terminal that TERM names nor for any stand-in.
    case unknownTerminal(String)
    /// The system has no terminfo database.
    case noTerminfo
    /// The terminal only prints line after line (`dumb`, a printer); a screen cannot be drawn on it.
    case cannotAddressCursor(String)
    /// The size that the terminal claims to have is beyond what can be drawn.
    case sizeNotUsable(columns: Int, rows: Int)
    /// The descriptors are not open.
    case notOpen
}
