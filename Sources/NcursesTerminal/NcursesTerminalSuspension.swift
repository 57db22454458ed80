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

    private static func stopProcess() {
        var standard = sigaction()
        var ours = sigaction()
        sigaction(SIGTSTP, &standard, &ours)
        // To this thread, so that the signal has come before the next line; it stops all threads.
        raise(SIGTSTP)
        sigaction(SIGTSTP, &ours, nil)
    }
}
