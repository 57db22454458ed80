import CNcurses
import Glibc

extension NcursesTerminal {
    /// Gives the terminal back, stops this process as `^Z` would, and shows the last picture again when it is continued.
    ///
    /// If the size has changed meanwhile, the next `readInput()` says so. In the background nothing is touched: there the process
    /// is stopped again, unless `isLeaving` says that a signal has asked it to leave.
    package func suspend(unless isLeaving: () -> Bool) {
        giveBack(until: Self.stopProcess, unless: isLeaving)
    }

    /// The same with another way to wait, for tests, which cannot stop themselves.
    func giveBack(until continued: () -> Void, unless isLeaving: () -> Bool = { false }) {
        guard !isClosed else { return }
        def_prog_mode()
        giveBack()
        repeat { continued() } while !screen.isInForeground && !isLeaving()
        guard screen.isInForeground else { return }
        takeAgain()
    }

    /// Takes the terminal anew after SIGSTOP, or whatever else stopped the process without its own doing.
    ///
    /// The shell has set its own modes meanwhile, written on this screen and may have changed whatever else a terminal remembers.
    package func reclaim(unless isLeaving: () -> Bool) {
        guard !isClosed else { return }
        while !screen.isInForeground {
            if isLeaving() { return }
            Self.stopProcess()
        }
        giveBack()
        takeAgain()
    }

    private static func stopProcess() {
        var standard = sigaction()
        var (stop, continuation) = (sigaction(), sigaction())
        sigaction(SIGTSTP, &standard, &stop)
        // Whoever stops by itself knows that it goes on.
        sigaction(SIGCONT, &standard, &continuation)
        // To this thread, so that the signal has come before the next line; it stops all threads.
        raise(SIGTSTP)
        sigaction(SIGCONT, &continuation, nil)
        sigaction(SIGTSTP, &stop, nil)
    }
}
