import Glibc

/// All that a crash handler needs, in memory that neither moves nor counts references.
struct RescueKit {
    private static let signalLimit = 65

    private let descriptor: Int32
    private let modes: termios
    private let hasModes: Bool
    private let restoration: UnsafeMutableBufferPointer<UInt8>
    private let sentence: UnsafeMutableBufferPointer<UInt8>
    /// What each signal did before, by its number.
    let formerActions: UnsafeMutablePointer<sigaction>

    init(descriptor: Int32, modes: termios?, restoration: String, sentence: String) {
        self.descriptor = descriptor
        self.modes = modes ?? termios()
        hasModes = modes != nil
        self.restoration = Self.copy(of: restoration)
        self.sentence = Self.copy(of: sentence)
        formerActions = .allocate(capacity: Self.signalLimit)
        formerActions.initialize(repeating: sigaction(), count: Self.signalLimit)
    }

    /// Restores the terminal and says what happened; only calls that signal-safety(7) lists.
    func use() {
        restore()
        _ = write(STDERR_FILENO, sentence.baseAddress, sentence.count)
    }

    /// Restores the terminal without ever waiting for it; only calls that signal-safety(7) lists.
    func restore() {
        // A program in the background would be stopped instead.
        signal(SIGTTOU, SIG_IGN)
        if hasModes {
            // Without flow control nothing is held any more that ^S holds.
            var flowing = modes
            flowing.c_iflag &= ~UInt32(IXON)
            tcsetattr(descriptor, TCSANOW, &flowing)
        }
        send()
        if hasModes {
            var modes = modes
            tcsetattr(descriptor, TCSANOW, &modes)
            // What was typed was not meant for the shell.
            tcflush(descriptor, TCIFLUSH)
        }
    }

    /// Sends the restoration; waiting output is discarded if it leaves no room, since its screen is going away.
    private func send() {
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
        if write(descriptor, restoration.baseAddress, restoration.count) != restoration.count {
            tcflush(descriptor, TCOFLUSH)
            _ = write(descriptor, restoration.baseAddress, restoration.count)
        }
        // The shell shares the descriptor's flags.
        _ = fcntl(descriptor, F_SETFL, flags)
    }

    func free() {
        restoration.deallocate()
        sentence.deallocate()
        formerActions.deallocate()
    }

    private static func copy(of text: String) -> UnsafeMutableBufferPointer<UInt8> {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8)
        return bytes
    }
}
