import CNcurses
import Glibc

/// A screen of ncurses on two descriptors, from newterm(3X) to delscreen(3X).
///
/// The descriptors are duplicated, so that the caller's stay open.
struct CursesScreen {
    let term: String
    let inputDescriptor: Int32
    let outputDescriptor: Int32
    private let screen: OpaquePointer
    private let input: UnsafeMutablePointer<FILE>
    private let output: UnsafeMutablePointer<FILE>
    private let wrapping: (off: String, on: String)?
    private let pastes: (on: String, off: String)?
    private let clearing: String?
    private let hasSecondScreen: Bool

    /// Opens the screen but sends nothing yet.
    init(term: String, input: Int32, output: Int32) throws(NcursesTerminalError) {
        guard let inputStream = Self.stream(input, "r") else { throw .notOpen }
        guard let outputStream = Self.stream(output, "w") else {
            fclose(inputStream)
            throw .notOpen
        }
        // The system's size: exported variables COLUMNS and LINES do not follow the terminal. Where the system knows
        // none they are the best there is. Then 6.5 also falls back on 80x24 only where it may look at them (_nc_get_screensize).
        let hasSize = Self.hasSize(fileno(outputStream))
        use_env(!hasSize)
        use_tioctl(hasSize)
        let screen = newterm(term, outputStream, inputStream)
        use_env(false)
        use_tioctl(true)
        guard let screen else {
            let error = Self.reason(term, fileno(outputStream))
            fclose(inputStream)
            fclose(outputStream)
            throw error
        }
        self.term = term
        self.screen = screen
        self.input = inputStream
        self.output = outputStream
        inputDescriptor = fileno(inputStream)
        outputDescriptor = fileno(outputStream)
        wrapping = Terminfo.wrapping
        pastes = Terminfo.pastes
        clearing = Terminfo.string("clear")
        hasSecondScreen = Terminfo.string("rmcup") != nil
        guard Terminfo.string("cup") != nil else {
            pause(isPainted: false)
            close()
            throw .cannotAddressCursor(term)
        }
    }

    /// Makes the terminal cut off at the end of a row what does not fit into it.
    ///
    /// curses switches that back when it takes the terminal over and when it writes into the last cell of the screen.
    func holdRows() { send(wrapping?.off) }

    /// Sends control strings of our own, such as a title.
    func tell(_ text: String) { send(text) }

    /// Makes the terminal say what is pasted and what is typed.
    func tellPastes() { send(pastes?.on) }

    /// Puts the cursor into the first column, where curses believes it to be already.
    func returnCursor() { send("\r") }

    /// Whether this process may use the terminal now; true without job control.
    ///
    /// The group in the foreground has the number 0 where it is out of sight (pid_namespaces(7)).
    var isInForeground: Bool {
        let group = tcgetpgrp(outputDescriptor)
        return group <= 0 || group == getpgrp()
    }

    /// Gives the terminal its modes and its former screen back until the next `resume()`.
    ///
    /// In the background the modes belong to another program and stay unchanged.
    /// - Parameters:
    ///   - isPainted: whether there is a picture, which must not stay where a shell continues.
    ///   - ending: what ends our own control strings.
    func pause(isPainted: Bool, ending: String? = nil) {
        guard !isInForeground else { return leave(isPainted, ending) }
        // The system stops a process that sets the modes from there.
        let former = signal(SIGTTOU, SIG_IGN)
        let modes = TerminalRescue.modes(of: outputDescriptor)
        leave(isPainted, ending)
        if var modes { tcsetattr(outputDescriptor, TCSANOW, &modes) }
        signal(SIGTTOU, former)
    }

    private func leave(_ isPainted: Bool, _ ending: String?) {
        send(ending)
        send(wrapping?.on)
        send(pastes?.off)
        // tmux brings rows of the picture over to its first screen when it has grown meanwhile.
        if isPainted, hasSecondScreen { send(clearing) }
        endwin()
        // Without a second screen nothing else takes the picture away.
        if isPainted, !hasSecondScreen { send(clearing) }
    }

    /// Takes the terminal over again.
    func resume() {
        reset_prog_mode()
    }

    /// Throws away what was typed and not read: it was meant for this program and not for the one that comes after it.
    func dropInput() {
        if isInForeground { tcflush(inputDescriptor, TCIFLUSH) }
    }

    /// Frees everything, once the terminal is given back.
    func close() {
        delscreen(screen)
        fclose(input)
        fclose(output)
    }

    /// Sends a capability past curses, whose putp(3X) writes to the process's standard output.
    private func send(_ capability: String?) {
        guard let capability else { return }
        fputs(capability, output)
        fflush(output)
    }

    private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
        let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard own >= 0 else { return nil }
        guard let stream = fdopen(own, mode) else {
            Glibc.close(own)
            return nil
        }
        return stream
    }

    private static func size(_ descriptor: Int32) -> winsize {
        var size = winsize()
        _ = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
        return size
    }

    /// Whether the system knows how large the terminal is; over a serial line it does not.
    private static func hasSize(_ descriptor: Int32) -> Bool {
        let size = size(descriptor)
        return size.ws_col > 0 && size.ws_row > 0
    }

    /// curses counts cells in 16 bits, and takes memory for all of them.
    private static func claimedSize(_ descriptor: Int32) -> NcursesTerminalError {
        let size = size(descriptor)
        return .sizeNotUsable(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }

    /// newterm(3X) only says that it failed; setupterm(3X) says why.
    private static func reason(_ term: String, _ descriptor: Int32) -> NcursesTerminalError {
        var reason: Int32 = 0
        setupterm(term, descriptor, &reason)
        switch reason {
        case 0: return .unknownTerminal(TerminalStandIn.shortened(term))
        case 1: return Terminfo.string("cup") == nil ? .cannotAddressCursor(term) : claimedSize(descriptor)
        default: return .noTerminfo
        }
    }
}
