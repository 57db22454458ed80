/// Names one job run: the API finds a run only by way of its job.
package struct RunKey: Hashable, Sendable {
    /// The job's id, chosen by its author.
    package var job: String
    /// The run's id, opaque.
    package var run: String

    /// Creates the key of a run.
    package init(job: String, run: String) {
        self.job = job
        self.run = run
    }
}
