import Glibc

/// Writes text to a file descriptor, collected into large pieces.
struct OutputStream: ~Copyable {
    /// Bytes that are collected before they are written.
    private static let piece = 32_768

    private let descriptor: Int32
    private var waiting: [UInt8] = []

    /// Writes to standard output, or to another descriptor, which stays open.
    init(to descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

    /// Adds text.
    mutating func write(_ text: String) throws(CommandFailure) {
        waiting += text.utf8
        if waiting.count >= Self.piece { try flush() }
    }

    /// Adds bytes.
    mutating func write(bytes: some Sequence<UInt8>) throws(CommandFailure) {
        waiting += bytes
        if waiting.count >= Self.piece { try flush() }
    }

    /// Writes what was collected; call it at the end, and before each wait.
    mutating func flush() throws(CommandFailure) {
        var start = 0
        while start < waiting.count {
            let count = waiting[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let code = errno
                waiting = []
                throw code == EPIPE ? .pipeClosed : .output(code)
            }
            start += count
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
