package import Intuned

/// A job and its newest runs as they were last seen, for the completion of ids in a shell: it has no room for a secret.
package struct SeenJob: Hashable, Sendable, Codable {
    /// The most runs that are kept of a job.
    package static let mostRuns = 20

    /// The job's id.
    package var id: String
    /// Whether it was paused; nil if only its runs were seen.
    package var isPaused: Bool?
    /// Its newest runs, newest first; nil if they were not seen.
    package var runs: [SeenRun]?

    /// Creates a job.
    package init(id: String, isPaused: Bool? = nil, runs: [SeenRun]? = nil) {
        (self.id, self.isPaused, self.runs) = (id, isPaused, runs)
    }

    /// Keeps what is needed of a job's runs; nil if its id cannot be offered.
    package init?(id: String, runs: some Sequence<JobRun>) {
        guard PlainID.isPlain(id) else { return nil }
        self.init(id: id, runs: Array(runs.lazy.compactMap { SeenRun($0) }.prefix(Self.mostRuns)))
    }

    /// Keeps what is needed of a job and its runs; nil if its id cannot be offered.
    package init?(_ job: JobListItem, runs: [JobRun]?) {
        guard PlainID.isPlain(job.id) else { return nil }
        self.init(id: job.id)
        isPaused = job.state == .known(.paused)
        self.runs = runs.map { Array($0.lazy.compactMap { SeenRun($0) }.prefix(Self.mostRuns)) }
    }

    /// Takes over what an earlier sight of the job had and this one lacks.
    ///
    /// - Parameter isWhole: whether the runs are all of the newest, so that no earlier one is missing between them.
    func completed(by earlier: SeenJob, isWhole: Bool) -> SeenJob {
        var job = self
        job.isPaused = isPaused ?? earlier.isPaused
        guard let old = earlier.runs else { return job }
        guard let runs else {
            job.runs = old
            return job
        }
        if isWhole { return job }
        let ids = Set(runs.map(\.id))
        let all = runs + old.filter { !ids.contains($0.id) }
        // A run without a time keeps its place at the end.
        let sorted = all.enumerated().sorted { one, other in
            let (first, second) = (one.element.start ?? .min, other.element.start ?? .min)
            return first == second ? one.offset < other.offset : first > second
        }
        job.runs = Array(sorted.map(\.element).prefix(Self.mostRuns))
        return job
    }
}
