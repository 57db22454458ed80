package import FoundationEssentials

/// A point in time on both clocks: wall clock and uptime.
///
/// Ages and waits are computed from `uptime`, so that setting the wall clock never makes data look new.
package struct Moment: Hashable, Sendable {
    /// The wall clock, for showing a time of day.
    package var wall: Date
    /// Seconds since the machine started, suspended time included (`CLOCK_BOOTTIME`, clock_gettime(2)).
    package var uptime: Double

    /// Creates a moment from the readings of both clocks.
    package init(wall: Date, uptime: Double) {
        self.wall = wall
        self.uptime = uptime
    }

    /// Seconds from this moment to a later one, never negative.
    package func seconds(until later: Moment) -> Double { max(0, later.uptime - uptime) }
}
