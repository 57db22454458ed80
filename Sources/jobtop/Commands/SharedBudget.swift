import Dashboard
import Synchronization

/// The request budget of a command, shared by its parallel requests: the same limits as in the dashboard.
final class SharedBudget: Sendable {
    private let budget = Mutex(RequestBudget())
    private let clock: CommandClock
    /// Seconds of a wait from which on it is told.
    private static let longWait = 3.0
    private let note: @Sendable (Double) -> Void

    /// - Parameter note: called before a long wait, with its seconds.
    init(_ clock: CommandClock, note: @escaping @Sendable (Double) -> Void) { (self.clock, self.note) = (clock, note) }

    /// Waits until a request of this path is allowed, and counts it.
    ///
    /// - Parameter isFocus: whether somebody waits for it; otherwise it leaves the reserve to those.
    func turn(of path: [String], isFocus: Bool = true) async throws(CommandFailure) {
        while true {
            if Task.isCancelled { throw .interrupted }
            let uptime = clock.now().uptime
            let wait = budget.withLock { budget in
                let opens = budget.opens(for: path, isFocus: isFocus, at: uptime)
                if opens <= uptime { budget.note(path, isFocus: isFocus, at: uptime) }
                return opens - uptime
            }
            guard wait > 0 else { return }
            if wait >= Self.longWait { note(wait) }
            await clock.wait(wait)
        }
    }
}
