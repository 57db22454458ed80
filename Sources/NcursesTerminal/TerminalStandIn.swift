/// The kind of terminal that is drawn for in place of the one that TERM names, which the terminfo database does not know.
package struct TerminalStandIn: Equatable, Sendable {
    /// What TERM names, in at most 40 characters; as foreign as any text of the environment.
    package let missing: String
    /// The entry of the database that was taken.
    package let taken: String

    /// The entries to try, the best one first: new terminals speak as xterm does, and nearly all others as a VT100.
    static let candidates = ["xterm-256color", "xterm", "linux", "vt100"]

    /// A name as far as it may be told; the longest name in ncurses' own database has 23 characters.
    static func shortened(_ name: String) -> String { name.count <= 40 ? name : name.prefix(39) + "…" }
}

extension CursesScreen {
    /// Opens the screen for the kind of terminal that TERM names, or for the best stand-in where the database lacks it.
    ///
    /// A terminal that says itself that it is none to draw on (`dumb`) gets no stand-in.
    static func open(
        term: String, input: Int32, output: Int32
    ) throws(NcursesTerminalError) -> (screen: CursesScreen, standIn: TerminalStandIn?) {
        guard term != "dumb" else { throw .cannotAddressCursor(term) }
        let problem: NcursesTerminalError
        do {
            return (try CursesScreen(term: term, input: input, output: output), nil)
        } catch {
            guard error.isForWantOfAnEntry else { throw error }
            problem = error
        }
        for candidate in TerminalStandIn.candidates {
            do {
                let screen = try CursesScreen(term: candidate, input: input, output: output)
                return (screen, TerminalStandIn(missing: TerminalStandIn.shortened(term), taken: candidate))
            } catch {
                guard error.isForWantOfAnEntry else { throw error }
            }
        }
        throw problem
    }
}

extension NcursesTerminalError {
    /// Whether another entry of the terminfo database may do.
    fileprivate var isForWantOfAnEntry: Bool {
        switch self {
        // ncurses takes a name that is too long for a lack of the database (lib_setup.c).
        case .unknownTerminal, .noTerminfo: true
        case .termNotSet, .cannotAddressCursor, .sizeNotUsable, .notOpen: false
        }
    }
}
