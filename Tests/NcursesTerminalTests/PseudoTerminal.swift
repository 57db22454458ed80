import Glibc
import NcursesTerminal
import Testing
import TextScreen

/// A terminal without a screen: a test can read the program's output and type as a user.
final class PseudoTerminal {
    private static let patience: Int32 = 5_000

    let slave: Int32
    private var master: Int32

    init(columns: Int = 80, rows: Int = 24) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&master, &slave, nil, nil, &size) == 0)
        (self.master, self.slave) = (master, slave)
    }

    deinit {
        hangUp()
        close(slave)
    }

    /// The path with which another process can open the terminal.
    var path: String { ttyname(slave).map { String(cString: $0) } ?? "" }

    func open(
        term: String = "xterm-256color", locale: String = "C.UTF-8", forcesASCII: Bool = false, usesColor: Bool = true
    ) throws -> NcursesTerminal {
        try NcursesTerminal(
            input: slave, output: slave, term: term, locale: locale, forcesASCII: forcesASCII, usesColor: usesColor,
            crashSentence: "crashed\n")
    }

    func type(_ text: String) { type(Array(text.utf8)) }

    func type(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

    /// Types from another thread, piece by piece, as on a terminal in use.
    func type(_ pieces: [[UInt8]]) {
        let end = dup(master)
        Task.detached {
            for piece in pieces where write(end, piece, piece.count) < 0 { break }
            close(end)
        }
    }

    func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Signals a new size to this thread at once, as the system does for the terminal that controls a process.
    func signalNewSize() {
        var (change, former) = (sigset_t(), sigset_t())
        sigemptyset(&change)
        sigaddset(&change, SIGWINCH)
        // The threads that run tests block SIGWINCH.
        pthread_sigmask(SIG_UNBLOCK, &change, &former)
        raise(SIGWINCH)
        pthread_sigmask(SIG_SETMASK, &former, nil)
    }

    func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    /// All output since the last call.
    func output() -> String {
        let end = "(end)"
        _ = write(slave, end, end.utf8.count)
        return output(until: end).replacing(end, with: "")
    }

    /// The output up to and including `words`.
    func output(until words: String) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !bytes.ends(with: words.utf8), isReadable(master) {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The terminal's input events until `count` have come, or until `patience` ends.
    func inputs(of terminal: NcursesTerminal, count: Int, within patience: Int32 = patience) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        while inputs.count < count, inputs.last != .closed, isReadable(terminal.inputDescriptor, within: patience) {
            inputs += terminal.readInput()
        }
        return inputs
    }

    /// The modes that a program changes.
    var modes: [UInt32] {
        var modes = termios()
        tcgetattr(slave, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    /// All modes.
    var attributes: termios {
        get {
            var modes = termios()
            tcgetattr(slave, &modes)
            return modes
        }
        set {
            var modes = newValue
            tcsetattr(slave, TCSANOW, &modes)
        }
    }

    /// Whether there is unread input; the system needs a moment to deliver it.
    func hasUnread(within seconds: Int) -> Bool {
        var count: Int32 = 0
        for _ in 0...seconds * 100 {
            if ioctl(slave, UInt(FIONREAD), &count) == 0, count > 0 { return true }
            if seconds > 0 { poll(nil, 0, 10) }
        }
        return false
    }

    private func isReadable(_ descriptor: Int32, within patience: Int32 = patience) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, patience) > 0
    }
}

extension [UInt8] {
    fileprivate func ends(with end: some Collection<UInt8>) -> Bool { suffix(end.count).elementsEqual(end) }
}
