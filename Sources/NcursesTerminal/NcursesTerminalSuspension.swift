import CNcurses
import Glibc

extension NcursesTerminal {
    /// Gives the terminal back, stops this process as `^Z` would, and shows the last picture again when it is continued.
    ///
    /// If the size has changed meanwhile, the next `readInput()` says so.
    package func suspend() {
        suspend(until: Self.stopProcess)
    }

    /// The same with another way to wait, for tests, which cannot stop themselves.
    func suspend(until continued: () -> Void) {
        guard !isClosed else { return }
        def_prog_mode()
        screen.pause()
        continued()
        screen.resume()
        followSize()
        paintAgain()
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
