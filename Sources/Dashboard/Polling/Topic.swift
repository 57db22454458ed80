/// Something that the platform is asked for repeatedly.
package enum Topic: Hashable, Sendable {
    /// All jobs of the project.
    case jobs
    /// The newest runs of a job: the head of its list.
    case newestRuns(job: String)
    /// One page further down the list of a job's runs, 0-based, in pages of `RunsListing.pageSize`.
    case runs(job: String, page: Int)
    /// One page around a place further down that was looked at, in pages as long as the platform's.
    case farRuns(job: String, page: Int)
    /// One run with its results.
    case run(RunKey)

    /// The URL path by which the platform counts requests, as far as it differs between topics (API.md section 1, rate limit).
    var path: [String] {
        switch self {
        case .jobs: ["jobs"]
        case .newestRuns(let job), .runs(let job, _), .farRuns(let job, _): ["jobs", job, "runs"]
        case .run(let key): ["jobs", key.job, "runs", key.run]
        }
    }

    /// The requested page of a job's runs, 0-based, and its rows; nil for topics that are not lists of runs.
    package var pageOfRuns: (job: String, number: Int, size: Int)? {
        switch self {
        case .newestRuns(let job): (job, 0, RunsListing.headSize)
        case .runs(let job, let page), .farRuns(let job, let page): (job, page, RunsListing.pageSize)
        case .jobs, .run: nil
        }
    }
}

/// A topic that the screen needs, with its interval.
package struct Want: Hashable, Sendable {
    /// The topic that is needed.
    package var topic: Topic
    /// Seconds between two requests; nil when one good answer is enough.
    package var every: Double?
    /// Whether the shown page depends on the topic, so that it may use the reserve of the budget.
    var isFocus = false
    /// Whether no open page shows the topic: it is asked for while nothing else is, and not during an outage.
    var isBackground = false

    /// Whether it is asked for also while the user has paused polling.
    var isOwed = false

    /// Creates a want.
    package init(_ topic: Topic, every: Double?) {
        self.topic = topic
        self.every = every
    }

    /// Seconds between two requests within the budget of one path; nil when one good answer is enough.
    var cadence: Double? {
        every.map { max($0, isFocus ? RequestBudget.leastCadence : RequestBudget.leastCadenceOfOthers) }
    }

    /// Requests per minute that the want needs.
    var rate: Double { cadence.map { 60 / $0 } ?? 0 }
}
