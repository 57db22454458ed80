package import FoundationEssentials

/// A point in time as both clocks saw it.
///
/// Ages and waits are computed on `uptime`, so that nobody who sets the wall clock makes data look new.
package struct Moment: Hashable, Sendable {
    /// The wall clock, for what is shown as a time of day.
    package var wall: Date
    /// Seconds since the machine started, suspended time included (`CLOCK_BOOTTIME`, clock_gettime(2)).
    package var uptime: Double

    /// Creates the moment at which the clocks read so.
    package init(wall: Date, uptime: Double) {
        self.wall = wall
        self.uptime = uptime
    }

    /// Seconds from this moment to a later one, never negative.
    package func seconds(until later: Moment) -> Double { max(0, later.uptime - uptime) }
}
