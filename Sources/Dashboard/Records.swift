package import Intuned

/// All that the platform has told and that a page still needs.
package struct Records: Equatable, Sendable {
    /// The project's jobs; nil until they came.
    package internal(set) var jobs: JobList?
    /// The runs of each job, as far as they are loaded.
    package internal(set) var listings: [String: RunsListing] = [:]
    /// The runs that were asked for one by one.
    package internal(set) var details: [RunKey: JobRunDetail] = [:]
    /// Whether the platform's clock and ours were years apart when it last answered, so that one of them is of no use.
    package internal(set) var clocksDifferByYears = false

    /// Creates records of nothing.
    package init() {}

    /// The job with this id, if the list of jobs has it.
    package func job(_ id: String) -> JobListItem? { jobs?.jobs.first { $0.id == id } }

    /// The newest that is known of a run: from its own answer, else from its row.
    package func run(_ key: RunKey) -> JobRun? {
        details[key]?.jobRun ?? listings[key.job]?.run(key.run)
    }

    /// Drops what no wanted topic feeds, so that weeks of browsing leave nothing behind.
    mutating func keep(_ topics: Set<Topic>) {
        let jobs = Set(topics.compactMap(\.listingJob))
        listings = listings.filter { jobs.contains($0.key) }
        details = details.filter { topics.contains(.run($0.key)) }
    }
}

extension Topic {
    /// The job whose list of runs this topic feeds.
    fileprivate var listingJob: String? {
        switch self {
        case .newestRuns(let job), .runs(let job, _): job
        case .jobs, .run: nil
        }
    }
}
