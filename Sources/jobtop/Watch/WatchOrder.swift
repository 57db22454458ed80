/// What `jobtop watch` was asked for.
struct WatchOrder: Sendable {
    var job: String
    var run: RunReference
    var end: WatchEnd
    /// Seconds to wait for a run that does not exist yet; nil to wait for `next` only, and without a limit.
    var wait: Double?
    /// Seconds after which the watch gives up; nil for never.
    var timeout: Double?
    /// Seconds between two requests.
    var interval: Double
    /// Seconds between two lines about items, at least.
    var every: Double
    /// Seconds for which the platform may be out of reach.
    var patience: Double
}
