import FoundationEssentials
import Intuned

/// Waits for the results of a run that has just ended: the platform may need some time to assemble them (API.md section 8).
extension State {
    /// Seconds after a run's end during which its results are requested again.
    static let resultsMayTake = 600.0

    /// Whether a run ended so recently that its results may still arrive.
    ///
    /// Both the run's end and the time at which jobtop saw it count: the wait is skipped for a run that ended long ago, and
    /// limited for a run with a wrong clock.
    func awaitsResults(of key: RunKey) -> Bool {
        guard let seen = records.endedWithoutResults[key], let run = records.details[key]?.jobRun else { return false }
        guard seen.seconds(until: now) < Self.resultsMayTake, Standing(of: run) != .notStarted else { return false }
        guard !records.clocksDifferByYears, let end = (run.endTime ?? run.updatedAt)?.date else { return true }
        return serverNow.timeIntervalSince(end) < Self.resultsMayTake
    }
}
