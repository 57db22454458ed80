import Glibc
import Synchronization

/// The signals that ask the program to leave, to stop or to go on, turned into bytes that the event loop reads.
///
/// A handler may do next to nothing (signal-safety(7)), so it writes the signal's number to a pipe. Handlers are global to the
/// process, and so is what they find here.
///
/// The loop may be unable to read: a terminal that is held by ^S, or that nobody empties, blocks it in the middle of a frame. So
/// a signal that asks to leave sets an alarm(2) as well, and whoever is still there a second later is ended by its handler.
package struct Signals: Sendable {
    /// Seconds that the loop has for leaving in good order.
    package static let patience: UInt32 = 1
    private static let descriptor = Atomic<Int32>(-1)
    /// The signal that first asked to leave; 0 while none did.
    private static let asked = Atomic<Int32>(0)
    /// The address of what gives the terminal back in an emergency.
    private static let abandon = Atomic<UInt>(0)
    private static let leaving = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    /// Those that would end the process just as well if nobody caught them: timers, limits, power, whatever a script sends.
    private static var ending: [Int32] {
        [SIGUSR1, SIGUSR2, SIGXCPU, SIGPWR, SIGVTALRM, SIGPROF, SIGIO, SIGSTKFLT]
            + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
    }
    private let pipe: WakePipe

    /// Catches SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP and SIGCONT from now on, but for those that the parent had ignored
    /// (nohup(1)).
    ///
    /// All others whose default action ends the process ask to leave too (signal(7)), where nobody else has a use for them;
    /// those of a crash are left to the terminal.
    ///
    /// nil when the process has no descriptors left.
    /// - Parameter abandon: gives the terminal back without waiting for it; called in a signal handler (signal-safety(7)).
    package init?(abandon: @convention(c) () -> Void) {
        guard let pipe = WakePipe() else { return nil }
        self.pipe = pipe
        // The handlers stay when this value goes, and would then write into whatever has got the pipe's number.
        _ = Unmanaged.passRetained(pipe)
        Self.abandon.store(unsafeBitCast(abandon, to: UInt.self), ordering: .sequentiallyConsistent)
        Self.descriptor.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
        for signal in Self.leaving + [SIGTSTP, SIGCONT] where Self.action(of: signal) != Self.ignored { Self.handle(signal) }
        for signal in Self.ending where Self.action(of: signal) == 0 { Self.handle(signal) }
        // A file that may grow no further (ulimit(1)) is an error of the write, not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        // So is a pipe or a connection that nobody reads.
        signal(SIGPIPE, SIG_IGN)
        Self.setAction(of: SIGALRM) { _ in Signals.patienceEnded() }
    }

    /// The descriptor that is readable when a signal came.
    var readEnd: Int32 { pipe.readEnd }

    /// The signals that came, oldest first.
    func drain() -> [Int32] { pipe.drain().map(Int32.init) }

    /// Whether a signal has asked to leave, also one whose handler is just about to run.
    ///
    /// A signal that came to a stopped process is handled once that goes on, by any of its threads: that takes a moment.
    var haveAskedToLeave: Bool {
        for _ in 0..<10 where Self.asked.load(ordering: .relaxed) == 0 { poll(nil, 0, 10) }
        return Self.asked.load(ordering: .relaxed) != 0
    }

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

    /// The address of what a signal does now; 0 for its default action.
    private static func action(of number: Int32) -> Int {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    }

    private static var ignored: Int { unsafeBitCast(SIG_IGN, to: Int.self) }

    private static func handle(_ number: Int32) {
        setAction(of: number) { number in
            let saved = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = write(Signals.descriptor.load(ordering: .relaxed), &byte, 1)
            let isLeaving = number != SIGTSTP && number != SIGCONT
            if isLeaving, Signals.asked.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged {
                alarm(Signals.patience)
            }
            errno = saved
        }
    }

    /// Runs in the handler of the alarm.
    private static func patienceEnded() {
        let number = asked.load(ordering: .relaxed)
        guard number != 0 else { return }
        let function = unsafeBitCast(abandon.load(ordering: .relaxed), to: (@convention(c) () -> Void).self)
        function()
        signal(number, SIG_DFL)
        kill(getpid(), number)
    }

    private static func setAction(of number: Int32, _ handler: @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        sigemptyset(&action.sa_mask)
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
    }
}
