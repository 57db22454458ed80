package import Intuned

/// All that the platform has told and that a page still needs.
package struct Records: Equatable, Sendable {
    /// The project's jobs; nil until they came.
    package internal(set) var jobs: JobList? { didSet { if jobs != oldValue { jobsVersion += 1 } } }
    /// Counts the changes of `jobs`, so that what is made of them is made once for each.
    private(set) var jobsVersion = 0
    /// The runs of each job, as far as they are loaded.
    package internal(set) var listings: [String: RunsListing] = [:]
    /// The runs that were asked for one by one.
    package internal(set) var details: [RunKey: JobRunDetail] = [:]
    /// Since when each run is known to be over that offers no results yet.
    private(set) var endedWithoutResults: [RunKey: Moment] = [:]
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

    /// When the answer came that brought what is known of a run's row, for what was not asked for by itself yet.
    func known(_ topic: Topic) -> Moment? {
        guard case .run(let key) = topic else { return nil }
        return listings[key.job]?.known(key.run)
    }

    /// Drops what no wanted topic feeds, so that weeks of browsing leave nothing behind.
    mutating func keep(_ topics: Set<Topic>) {
        // Nearly always nothing is dropped, and then nothing is copied.
        if !listings.keys.allSatisfy({ topics.contains(.newestRuns(job: $0)) }) {
            let jobs = Set(topics.compactMap(\.listingJob))
            listings = listings.filter { jobs.contains($0.key) }
        }
        details = details.filter { topics.contains(.run($0.key)) }
        endedWithoutResults = endedWithoutResults.filter { details[$0.key] != nil }
    }

    /// Drops the rows of each list behind so many.
    mutating func keepRows(_ most: (_ job: String) -> Int) {
        let long = listings.filter { $1.runs.count > most($0) }
        for job in long.keys { listings[job]?.keep(first: most(job)) }
    }

    /// Takes in a run, for its page and for its row.
    mutating func take(_ detail: JobRunDetail, of key: RunKey, at now: Moment) {
        details[key] = detail
        listings[key.job]?.update(detail.jobRun, at: now)
        let lacks = !detail.jobRun.isActive && detail.results == nil
        endedWithoutResults[key] = lacks ? endedWithoutResults[key] ?? now : nil
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
