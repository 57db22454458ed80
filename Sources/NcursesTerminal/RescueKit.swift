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
        if hasModes {
            var modes = modes
            tcsetattr(descriptor, TCSANOW, &modes)
        }
        _ = write(descriptor, restoration.baseAddress, restoration.count)
        _ = write(STDERR_FILENO, sentence.baseAddress, sentence.count)
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
