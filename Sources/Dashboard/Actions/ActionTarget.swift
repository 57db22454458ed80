package import Intuned

/// The job or run of an action, frozen when the user named it.
package struct ActionTarget: Hashable, Sendable {
    /// The profile that it belongs to.
    package let profile: ProfileID
    /// The project's name.
    package let project: String
    /// The job's id.
    package let job: String
    /// The run's id; nil for an action on a job.
    package let run: String?
    /// Its status as the user saw it.
    package let seen: Sighting
    /// When the answer with that status arrived; nil if none did.
    package let seenAt: Moment?

    /// Creates a target.
    package init(
        profile: ProfileID, project: String, job: String, run: String? = nil, seen: Sighting = .unknown, seenAt: Moment? = nil
    ) {
        (self.profile, self.project, self.job, self.run) = (profile, project, job, run)
        (self.seen, self.seenAt) = (seen, seenAt)
    }

    /// The key of the run.
    var key: RunKey? { run.map { RunKey(profile: profile, job: job, run: $0) } }

    /// The id that tells it from others of its kind.
    package var id: String { run ?? job }
}

/// The status of a job or a run, as an answer of the platform showed it.
package enum Sighting: Hashable, Sendable {
    /// No answer has shown it.
    case unknown
    /// The platform says that it does not exist.
    case gone
    /// The state of a job.
    case job(Open<JobState>)
    /// The status of a run, and whether the run may still change.
    case run(Open<JobRunStatus>, isActive: Bool)

    /// The status of a job.
    package init(of job: JobListItem) { self = .job(job.state) }

    /// The status of a run.
    package init(of run: JobRun) { self = .run(run.status, isActive: run.isActive) }

    /// The platform's word for it; nil where there is none.
    package var word: String? {
        switch self {
        case .unknown, .gone: nil
        case .job(let state): state.raw
        case .run(let status, _): status.raw
        }
    }
}
