package import Dashboard
package import FoundationEssentials
import Synchronization

/// A clock that advances only on request; the dashboard and the simulated platform read the same one.
package final class RehearsalClock: Sendable {
    private struct Hands {
        var elapsed = 0.0
        var asleep = 0.0
        var isOffBy = 0.0
    }

    private let hands = Mutex(Hands())
    private let start: Date

    /// Creates a clock that starts at an instant.
    package init(start: Date) {
        self.start = start
    }

    /// The current time of both clocks of the dashboard.
    package var now: Dashboard.Moment {
        let hands = hands.withLock { $0 }
        return Dashboard.Moment(
            wall: start.addingTimeInterval(hands.elapsed + hands.isOffBy), uptime: 1000 + hands.elapsed)
    }

    /// The true time, which the platform's clock shows.
    package var truth: Date { start.addingTimeInterval(hands.withLock { $0.elapsed }) }

    /// Seconds since the start during which the machine was awake.
    package var awake: Double { hands.withLock { $0.elapsed - $0.asleep } }

    /// Advances the clock by this many seconds.
    package func advance(by seconds: Double) {
        hands.withLock { $0.elapsed += max(0, seconds) }
    }

    /// Advances the clock by this many seconds while the machine sleeps.
    package func sleep(for seconds: Double) {
        hands.withLock {
            $0.elapsed += max(0, seconds)
            $0.asleep += max(0, seconds)
        }
    }

    /// Sets the wall clock of the dashboard's machine this many seconds ahead of the true time; the other clock is not changed.
    package func setWall(aheadBy seconds: Double) {
        hands.withLock { $0.isOffBy = seconds }
    }
}
