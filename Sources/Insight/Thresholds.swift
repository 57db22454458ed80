/// From where on something counts as wrong; the owner's to set later.
package struct Thresholds: Hashable, Sendable {
    /// Seconds without a movement that are never stuck.
    package var leastStuck = 600.0
    /// Times the usual seconds per item that may pass without a movement.
    package var stuckItems = 5.0
    /// Times the usual duration's high end from which a run is slow.
    package var slow = 1.5
    /// Seconds over the usual duration that a slow run takes at least.
    package var leastSlow = 60.0
    /// Times the usual share of failures' high end from which there are more than usual.
    package var moreFailures = 1.5
    /// Failed items over the usual number that there are at least.
    package var leastMoreFailures = 3.0
    /// The part of the usual items below which there are far fewer.
    package var farFewerItems = 0.25
    /// Seconds after which a pause by a person is long.
    package var longPause = 86_400.0
    /// Seconds after the due time, and after what the jitter allows, from which a start is late.
    package var late = 60.0
    /// The same from which a run is missed.
    package var missed = 600.0
    /// Seconds that a long interval adds to it at most.
    package var mostMissed = 1800.0
    /// Times the usual seconds between two starts after which a job without a schedule is overdue.
    package var overdue = 1.5
    /// Seconds from which a second active run overlaps the first one.
    package var overlap = 60.0
    /// Changes between good and bad among the newest runs from which a job flaps.
    package var flaps = 4
    /// The newest ended runs that are looked at for it.
    package var flappingRuns = 8

    /// Creates the thresholds that hold unless the owner sets others.
    package init() {}
}
