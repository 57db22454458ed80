import Dashboard
import Dispatch
import Glibc

/// Asks on the terminal before an action; without a terminal, only `--yes` confirms.
struct ActionConfirmation {
    private let kind: Action.Kind
    private let view: ActionView
    private let host: String

    init(_ kind: Action.Kind, _ view: ActionView, host: String) {
        (self.kind, self.view, self.host) = (kind, view, host)
    }

    /// What has to be typed: the end of a run's id, or yes.
    var expected: String { kind == .terminate ? String(view.target.id.suffix(4)) : "yes" }

    /// Asks, and returns if the user confirms.
    func ask() async throws(CommandFailure) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { throw .usage(CommandWording.needsYes) }
        complain(CommandWording.question(kind, view, host: host))
        // Keys that were typed before the question was there are no answer to it.
        tcflush(STDIN_FILENO, TCIFLUSH)
        prompt(Wording.prompt(expected))
        guard await Self.line() == expected else { throw .usage(CommandWording.notConfirmed) }
    }

    /// Waits on a thread that may block; those of Tasks must not.
    private static func line() async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: readLine()) }
        }
    }
}
