import Glibc
import Synchronization

/// A line on standard error that shows progress to somebody who watches in a terminal, and then disappears.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let state = Mutex((text: "", last: ContinuousClock.Instant?.none))

    /// Shows nothing unless standard error is a terminal.
    init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) == 1 }

    /// Replaces the text, at most five times a second.
    func show(_ text: String) {
        guard isShown else { return }
        state.withLock { state in
            if let last = state.last, last.duration(to: .now) < .milliseconds(200) { return }
            state = (text, .now)
            Self.write("\r\(cleaned(text))\u{1B}[K")
        }
    }

    /// Removes the text.
    func clear() {
        state.withLock { state in
            if !state.text.isEmpty { Self.write("\r\u{1B}[K") }
            state.text = ""
        }
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
