import Glibc
import Synchronization

/// Gives the terminal back when the program crashes, before the crash takes its course.
///
/// While one is armed, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT and SIGSYS first restore the terminal's modes and
/// screen and write a sentence to standard error; then they do what they would have done without it. A handler may only do what
/// signal-safety(7) allows, so all it needs is prepared here. A stack overflow is caught on the thread that armed it.
struct TerminalRescue {
    private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]
    private static let stackSize = 64 * 1024
    /// The address of the kit for the handlers, which are global to the process; 0 while there is none.
    private static let armed = Atomic<UInt>(0)

    private let kit: UnsafeMutablePointer<RescueKit>
    private let stack: UnsafeMutableRawPointer
    private let formerStack: stack_t

    /// The modes that a terminal has now, to be read before anything changes them; nil if it is not a terminal.
    static func modes(of descriptor: Int32) -> termios? {
        var modes = termios()
        return tcgetattr(descriptor, &modes) == 0 ? modes : nil
    }

    /// Arms the rescue of the current curses screen; there is one at a time.
    ///
    /// - Parameter ending: what ends control strings of our own.
    init(descriptor: Int32, modes: termios?, sentence: String, ending: String = "") {
        kit = .allocate(capacity: 1)
        kit.initialize(
            to: RescueKit(descriptor: descriptor, modes: modes, restoration: Self.restoration(ending), sentence: sentence))
        stack = .allocate(byteCount: Self.stackSize, alignment: 16)
        formerStack = Self.exchangeStack(stack_t(ss_sp: stack, ss_flags: 0, ss_size: Self.stackSize))
        Self.armed.store(UInt(bitPattern: kit), ordering: .sequentiallyConsistent)
        for signal in Self.signals { Self.handle(signal, former: kit.pointee.formerActions + Int(signal)) }
    }

    /// Leaves the terminal alone while it belongs to another program.
    func rest() { Self.armed.store(0, ordering: .sequentiallyConsistent) }

    /// Is ready again after `rest()`.
    func wake() { Self.armed.store(UInt(bitPattern: kit), ordering: .sequentiallyConsistent) }

    /// Gives the terminal back without waiting for it; may be called from a signal handler.
    static func abandon() {
        let address = armed.exchange(0, ordering: .sequentiallyConsistent)
        UnsafePointer<RescueKit>(bitPattern: address)?.pointee.restore()
    }

    /// Takes the handlers away again.
    func disarm() {
        for signal in Self.signals { sigaction(signal, kit.pointee.formerActions + Int(signal), nil) }
        // A handler on another thread that was faster still reads the kit.
        guard Self.armed.exchange(0, ordering: .sequentiallyConsistent) != 0 else { return }
        _ = Self.exchangeStack(formerStack)
        stack.deallocate()
        kit.pointee.free()
        kit.deallocate()
    }

    /// What ends any unfinished sequence (CAN), then everything that curses began on the terminal.
    private static func restoration(_ ending: String) -> String {
        let names = ["sgr0", "op", "rmkx", "cnorm"]
        // Without an alternate screen to leave, the shell would go on in the middle of the picture (see `CursesScreen.pause`).
        let screen = ["clear", "rmcup"].compactMap(Terminfo.string).joined()
        let modes = [Terminfo.wrapping?.on, Terminfo.pastes?.off].compactMap { $0 }
        return "\u{18}" + names.compactMap(Terminfo.string).joined() + modes.joined() + ending + screen
    }

    private static func exchangeStack(_ stack: stack_t) -> stack_t {
        var stack = stack
        var former = stack_t()
        sigaltstack(&stack, &former)
        return former
    }

    private static func handle(_ signal: Int32, former: UnsafeMutablePointer<sigaction>) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { TerminalRescue.crashed($0) }
        sigemptyset(&action.sa_mask)
        action.sa_flags = SA_ONSTACK
        sigaction(signal, &action, former)
    }

    /// Runs in the handler.
    private static func crashed(_ number: Int32) {
        let address = armed.exchange(0, ordering: .sequentiallyConsistent)
        if let kit = UnsafePointer<RescueKit>(bitPattern: address) {
            kit.pointee.use()
            sigaction(number, kit.pointee.formerActions + Int(number), nil)
        } else {
            signal(number, SIG_DFL)
        }
        // The signal is blocked until this returns; then it comes again at the very place of the crash.
        raise(number)
    }
}
