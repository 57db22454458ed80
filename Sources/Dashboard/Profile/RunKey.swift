/// Names one job run: the API finds a run only by way of its job, and a job by way of its workspace and project.
package struct RunKey: Hashable, Sendable {
    /// Who is asked for it.
    package var profile: ProfileID
    /// The job's id, chosen by its author.
    package var job: String
    /// The run's id, opaque.
    package var run: String

    /// Creates the key of a run.
    package init(profile: ProfileID, job: String, run: String) {
        (self.profile, self.job, self.run) = (profile, job, run)
    }
}
