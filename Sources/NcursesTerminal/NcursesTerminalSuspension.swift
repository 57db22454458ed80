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
        guard !isClosed, !isLost else { return }
        def_prog_mode()
        giveBack()
        continued()
        stayStopped(until: continued, unless: isLeaving)
        guard screen.isInForeground else { return }
        takeAgain()
    }

    /// Takes the terminal back after SIGSTOP, or after anything else that stopped the process or sent it to the background without its own
    /// doing.
    ///
    /// The shell has set its own modes meanwhile, written on this screen and may have changed whatever else a terminal remembers.
    package func reclaim(unless isLeaving: () -> Bool) {
        guard !isClosed, !isLost else { return }
        stayStopped(until: Self.stopProcess, unless: isLeaving)
        guard screen.isInForeground else { return }
        giveBack()
        takeAgain()
    }

    /// Whether this process may use the terminal now, as far as that can be known.
    package var isInForeground: Bool { isClosed || isLost || screen.isInForeground }

    /// Stops the process as long as it is in the background and has not been asked to leave.
    ///
    /// The kernel drops a stop in a group that no shell looks after, since nobody would let it go on (setpgid(2), "orphaned"). Nobody
    /// can bring such a group to the foreground either, so stops that do not hold mean that the terminal is lost.
    private func stayStopped(until continued: () -> Void, unless isLeaving: () -> Bool) {
        var dropped = 0
        while !isLost, !screen.isInForeground, !isLeaving() {
            dropped = ContinuousClock().measure(continued) < .milliseconds(10) ? dropped + 1 : 0
            isLost = dropped == 5
        }
    }

    private static func stopProcess() {
        var standard = sigaction()
        var (stop, continuation) = (sigaction(), sigaction())
        sigaction(SIGTSTP, &standard, &stop)
        // A process that stops itself knows when it continues.
        sigaction(SIGCONT, &standard, &continuation)
        // To this thread, so that the signal has come before the next line; it stops all threads.
        raise(SIGTSTP)
        sigaction(SIGCONT, &continuation, nil)
        sigaction(SIGTSTP, &stop, nil)
    }
}
