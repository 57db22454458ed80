import Glibc
import Synchronization

/// The signals to quit, stop or continue, turned into bytes that the event loop reads.
///
/// A handler may do very little (signal-safety(7)), so it writes the signal's number to a pipe. Handlers are global to the
/// process, and so is the data that they use.
///
/// The loop may be unable to read: a terminal stopped by ^S, or one that no program reads from, blocks it in the middle of a
/// frame. So a signal to quit also sets an alarm(2), and if the process still runs a second later, the alarm's handler ends it.
package struct Signals: Sendable {
    /// Seconds that the loop has to quit cleanly.
    package static let patience: UInt32 = 1
    private static let descriptor = Atomic<Int32>(-1)
    /// The first signal to quit; 0 if there was none.
    private static let asked = Atomic<Int32>(0)
    /// The address of the function that restores the terminal in an emergency.
    private static let abandon = Atomic<UInt>(0)
    private static let leaving = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    /// Other signals that end the process by default: timers, limits, power, signals sent by scripts.
    private static var ending: [Int32] {
        [SIGUSR1, SIGUSR2, SIGXCPU, SIGPWR, SIGVTALRM, SIGPROF, SIGIO, SIGSTKFLT]
            + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
    }
    private let pipe: WakePipe

    /// Catches SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP and SIGCONT from now on, except signals that the parent ignored
    /// (nohup(1)).
    ///
    /// Other signals that end the process by default also quit (signal(7)), unless they have another handler; crash signals are
    /// left to the terminal.
    ///
    /// nil if the process has no descriptors left.
    /// - Parameter abandon: restores the terminal without waiting for it; called in a signal handler (signal-safety(7)).
    package init?(abandon: @convention(c) () -> Void) {
        guard let pipe = WakePipe() else { return nil }
        self.pipe = pipe
        // The handlers outlive this value; without the pipe they would write to whichever file gets its number next.
        _ = Unmanaged.passRetained(pipe)
        Self.abandon.store(unsafeBitCast(abandon, to: UInt.self), ordering: .sequentiallyConsistent)
        Self.descriptor.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
        for signal in Self.leaving + [SIGTSTP, SIGCONT] where Self.action(of: signal) != Self.ignored { Self.handle(signal) }
        for signal in Self.ending where Self.action(of: signal) == 0 { Self.handle(signal) }
        // Exceeding the file size limit (ulimit(1)) becomes an error of the write instead of the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        // So does writing to a pipe or connection without a reader.
        signal(SIGPIPE, SIG_IGN)
        Self.setAction(of: SIGALRM) { _ in Signals.patienceEnded() }
    }

    /// The descriptor that is readable after a signal.
    var readEnd: Int32 { pipe.readEnd }

    /// The signals that arrived, oldest first.
    func drain() -> [Int32] { pipe.drain().map(Int32.init) }

    /// Whether a signal to quit has arrived, including one whose handler is about to run.
    ///
    /// A signal sent to a stopped process is handled after it continues, by any of its threads, which takes a moment.
    var haveAskedToLeave: Bool {
        for _ in 0..<10 where Self.asked.load(ordering: .relaxed) == 0 { poll(nil, 0, 10) }
        return Self.asked.load(ordering: .relaxed) != 0
    }

    /// Ends the process as the signal would have done, so that its parent sees the signal.
    package static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        exit(128 + number)
    }

    /// The address of a signal's current handler; 0 for its default action.
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
