import FoundationEssentials
import Insight
import Intuned

/// What an answer told about the runs of a job.
struct JobRecord: Hashable, Sendable {
    /// The newest runs, newest first.
    var runs: [JobRun]
    /// Rows of the answer that could not be read.
    var unreadableRows: Int
    /// When the platform answered, by its own clock.
    var known: Date
    /// Seconds of uptime at which the answer arrived.
    var answered: Double
    /// What is wrong with the job, worst first.
    var verdicts: [Verdict] = []
}
