import Glibc
import Synchronization

/// The signals that ask the program to leave or to stop, turned into bytes that the event loop reads.
///
/// A handler may do next to nothing (signal-safety(7)), so it writes the signal's number to a pipe. Handlers are global to the
/// process, and so is the pipe's descriptor that they find here.
package struct Signals: Sendable {
    private static let descriptor = Atomic<Int32>(-1)
    private static let leaving = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    private let pipe: WakePipe

    /// Catches SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGTSTP from now on, but for those that the parent had ignored (nohup(1)).
    ///
    /// nil when the process has no descriptors left.
    package init?() {
        guard let pipe = WakePipe() else { return nil }
        self.pipe = pipe
        Self.descriptor.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
        for signal in Self.leaving + [SIGTSTP] where !Self.isIgnored(signal) { Self.handle(signal) }
    }

    /// The descriptor that is readable when a signal came.
    var readEnd: Int32 { pipe.readEnd }

    /// The signals that came, oldest first.
    func drain() -> [Int32] { pipe.drain().map(Int32.init) }

    /// Ends the process as the signal would have, so that its parent sees which one it was.
    package static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        exit(128 + number)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func handle(_ number: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            let saved = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = write(Signals.descriptor.load(ordering: .relaxed), &byte, 1)
            errno = saved
        }
        sigemptyset(&action.sa_mask)
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
    }
}
