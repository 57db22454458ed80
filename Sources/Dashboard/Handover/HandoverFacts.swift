package import FoundationEssentials
package import Insight
package import Intuned

/// What a handover tells the next shift, as facts.
package struct HandoverFacts: Hashable, Sendable {
    /// The seconds of a shift, which a handover is about unless asked for another time.
    package static let shift = 8 * 3600.0

    /// A job and what is known of its runs.
    package struct Job: Hashable, Sendable {
        /// The job.
        package var job: JobListItem
        /// Its loaded runs, newest first; nil when none could be loaded.
        package var runs: [JobRun]?
        /// Whether the runs reach back to the beginning of the time.
        package var isWhole: Bool

        /// Creates a job.
        package init(_ job: JobListItem, runs: [JobRun]?, isWhole: Bool) {
            (self.job, self.runs, self.isWhole) = (job, runs, isWhole)
        }
    }

    /// The project.
    package var project: String
    /// The beginning of the time, by the platform's clock.
    package var since: Date
    /// The end of the time: now, by the platform's clock.
    package var until: Date
    /// The local time zone.
    package var offsets: UTCOffsets
    /// The jobs, in the platform's order; nil when the list could not be loaded.
    package var jobs: [Job]?
    /// What is wrong, worst first.
    package var problems: [Problem]
    /// The problems that somebody has acknowledged.
    package var acknowledged: [Problem]

    /// Creates facts.
    package init(
        project: String, since: Date, until: Date, offsets: UTCOffsets, jobs: [Job]?, problems: [Problem],
        acknowledged: [Problem] = []
    ) {
        (self.project, self.since, self.until, self.offsets) = (project, since, until, offsets)
        (self.jobs, self.problems, self.acknowledged) = (jobs, problems, acknowledged)
    }

    /// The facts that the dashboard has now.
    init(_ state: State, since: Date) {
        let jobs = state.records.jobs?.jobs.map { job in
            let listing = state.records.listings[job.id]
            let reaches = listing?.runs.last?.start.map { $0 < since } ?? false
            return Job(job, runs: listing?.runs, isWhole: reaches || listing?.nextPage == nil)
        }
        self.init(
            project: state.profile.settings.project, since: since, until: state.serverNow, offsets: state.settings.offsets,
            jobs: jobs, problems: state.judgements.problems, acknowledged: state.judgements.acknowledged)
    }
}
