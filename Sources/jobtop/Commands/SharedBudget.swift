import Dashboard
import Synchronization

/// The request budget of a command, shared by its parallel requests: the same limits as in the dashboard.
final class SharedBudget: Sendable {
    private let budget = Mutex(RequestBudget())
    private let clock: CommandClock

    init(_ clock: CommandClock) { self.clock = clock }

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
            await clock.wait(wait)
        }
    }
}
