package import Dashboard
package import FoundationEssentials
import Synchronization

/// A clock that goes only when it is told to; the dashboard and the simulated platform read the same one.
package final class RehearsalClock: Sendable {
    private let elapsed = Mutex(0.0)
    private let start: Date

    /// A clock that begins at an instant.
    package init(start: Date) {
        self.start = start
    }

    /// What both clocks of the dashboard read now.
    package var now: Dashboard.Moment {
        let elapsed = elapsed.withLock { $0 }
        return Dashboard.Moment(wall: start.addingTimeInterval(elapsed), uptime: 1000 + elapsed)
    }

    /// Lets so many seconds pass.
    package func advance(by seconds: Double) {
        elapsed.withLock { $0 += max(0, seconds) }
    }
}
