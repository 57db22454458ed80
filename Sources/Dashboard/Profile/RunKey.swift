/// The key of a job run: the API finds a run only through its job, and a job only through its workspace and project.
package struct RunKey: Hashable, Sendable {
    /// The profile that the run belongs to.
    package var profile: ProfileID
    /// The job's id, chosen by its author.
    package var job: String
    /// The run's id, an opaque text.
    package var run: String

    /// Creates the key of a run.
    package init(profile: ProfileID, job: String, run: String) {
        (self.profile, self.job, self.run) = (profile, job, run)
    }
}
