import FoundationEssentials
import Intuned

/// The results of a run that has just ended: the platform may need a while to put them together (API.md section 8).
extension State {
    /// Seconds after a run's end in which its results are asked for again.
    static let resultsMayTake = 600.0

    /// Whether a run has ended so lately that its results may still come.
    ///
    /// Both by its own end and by what was seen here: a run that ended long ago is not waited for, nor one with a wrong clock for ever.
    func awaitsResults(of key: RunKey) -> Bool {
        guard let seen = records.endedWithoutResults[key], let run = records.details[key]?.jobRun else { return false }
        guard seen.seconds(until: now) < Self.resultsMayTake, Standing(of: run) != .notStarted else { return false }
        guard !records.clocksDifferByYears, let end = (run.endTime ?? run.updatedAt)?.date else { return true }
        return serverNow.timeIntervalSince(end) < Self.resultsMayTake
    }
}
