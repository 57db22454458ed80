/// One thing that can be asked of the platform again and again.
package enum Topic: Hashable, Sendable {
    /// All jobs of the project.
    case jobs
    /// The newest runs of a job: the head of its list.
    case newestRuns(job: String)
    /// One page further down the list of a job's runs, 0-based, in pages of `RunsListing.pageSize`.
    case runs(job: String, page: Int)
    /// One run with its results.
    case run(RunKey)

    /// The URL path that the platform counts requests by, as far as it differs between topics (API.md section 1, rate limit).
    var path: [String] {
        switch self {
        case .jobs: ["jobs"]
        case .newestRuns(let job), .runs(let job, _): ["jobs", job, "runs"]
        case .run(let key): ["jobs", key.job, "runs", key.run]
        }
    }

    /// The order that asks the platform for it.
    var load: Effect {
        switch self {
        case .jobs: .loadJobs
        case .newestRuns(let job): .loadRuns(job: job, page: 0, size: RunsListing.headSize, topic: self)
        case .runs(let job, let page): .loadRuns(job: job, page: page, size: RunsListing.pageSize, topic: self)
        case .run(let key): .loadRun(key)
        }
    }
}

/// A topic that the screen needs, and how often.
package struct Want: Hashable, Sendable {
    /// What is needed.
    package var topic: Topic
    /// Seconds between two requests; nil when one good answer is enough.
    package var every: Double?
    /// Whether the shown page stands on it, so that it may use what is kept back from all else of the allowance.
    var isFocus = false

    /// Creates a want.
    package init(_ topic: Topic, every: Double?) {
        self.topic = topic
        self.every = every
    }

    /// Requests a minute that it takes.
    var rate: Double { every.map { 60 / max($0, RequestBudget.leastCadence) } ?? 0 }
}
