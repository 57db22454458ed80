package import FoundationEssentials
package import Intuned

/// What is known of a job when it is judged.
package struct JobFacts: Sendable {
    /// The job.
    package var job: JobListItem
    /// Its runs as far as they are loaded, newest first.
    package var runs: [JobRun]
    /// The time of the answer that brought the runs, by the platform's clock: nothing later is known, so nothing is judged later.
    package var known: Date
    /// The time of the answer that brought the job, by the platform's clock.
    package var jobKnown: Date
    /// When the job was last seen paused: no run was due until then; nil when it never was.
    package var lastPaused: Date?
    /// Rows of the runs that could not be read.
    package var unreadableRows: Int

    /// Creates facts.
    package init(
        job: JobListItem, runs: [JobRun], known: Date, jobKnown: Date? = nil, lastPaused: Date? = nil, unreadableRows: Int = 0
    ) {
        (self.job, self.runs, self.known, self.unreadableRows) = (job, runs, known, unreadableRows)
        self.lastPaused = lastPaused
        self.jobKnown = jobKnown ?? known
    }
}
