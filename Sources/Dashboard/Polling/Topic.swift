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

    /// The page of a job's runs that is asked for, 0-based, and its rows; nil when no list of runs is.
    package var pageOfRuns: (job: String, number: Int, size: Int)? {
        switch self {
        case .newestRuns(let job): (job, 0, RunsListing.headSize)
        case .runs(let job, let page): (job, page, RunsListing.pageSize)
        case .jobs, .run: nil
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

    /// Seconds between two requests as the allowance of one path has room for them; nil when one good answer is enough.
    var cadence: Double? {
        every.map { max($0, isFocus ? RequestBudget.leastCadence : RequestBudget.leastCadenceOfOthers) }
    }

    /// Requests a minute that it takes.
    var rate: Double { cadence.map { 60 / $0 } ?? 0 }
}
