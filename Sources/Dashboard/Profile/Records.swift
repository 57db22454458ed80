package import Intuned

/// All data from the platform that a page still needs.
package struct Records: Equatable, Sendable {
    /// The project's jobs; nil until they arrive.
    package internal(set) var jobs: JobList? { didSet { if jobs != oldValue { jobsVersion += 1 } } }
    /// Counts the changes of `jobs`, so that derived data is computed once per change.
    private(set) var jobsVersion = 0
    /// The loaded runs of each job.
    package internal(set) var listings: [String: RunsListing] = [:]
    /// The runs that were requested individually.
    package internal(set) var details: [RunKey: JobRunDetail] = [:]
    /// The moment at which each run without results was first known to be over.
    private(set) var endedWithoutResults: [RunKey: Moment] = [:]
    /// Whether the two clocks were years apart at the platform's last answer, so that one of them is useless.
    package internal(set) var clocksDifferByYears = false

    /// Creates empty records.
    package init() {}

    /// The job with this id, if the list of jobs has it.
    package func job(_ id: String) -> JobListItem? { jobs?.jobs.first { $0.id == id } }

    /// The latest data of a run: from its own answer, else from its row.
    package func run(_ key: RunKey) -> JobRun? {
        details[key]?.jobRun ?? listings[key.job]?.run(key.run)
    }

    /// When the data of a run's row arrived; for topics without their own answer yet.
    func known(_ topic: Topic) -> Moment? {
        guard case .run(let key) = topic else { return nil }
        return listings[key.job]?.known(key.run)
    }

    /// Drops data that no wanted topic supplies, so that weeks of browsing do not fill memory.
    mutating func keep(_ topics: Set<Topic>) {
        // Usually nothing is dropped, and then nothing is copied.
        if !listings.keys.allSatisfy({ topics.contains(.newestRuns(job: $0)) }) {
            let jobs = Set(topics.compactMap(\.listingJob))
            listings = listings.filter { jobs.contains($0.key) }
        }
        details = details.filter { topics.contains(.run($0.key)) }
        endedWithoutResults = endedWithoutResults.filter { details[$0.key] != nil }
    }

    /// Drops the rows of each list after the given number.
    mutating func keepRows(_ most: (_ job: String) -> Int) {
        let long = listings.filter { $1.runs.count > most($0) }
        for job in long.keys { listings[job]?.keep(first: most(job)) }
    }

    /// Stores a run, for its page and for its row.
    mutating func take(_ detail: JobRunDetail, of key: RunKey, at now: Moment) {
        details[key] = detail
        listings[key.job]?.update(detail.jobRun, at: now)
        let lacks = !detail.jobRun.isActive && detail.results == nil
        endedWithoutResults[key] = lacks ? endedWithoutResults[key] ?? now : nil
    }
}

extension Topic {
    /// The job whose list of runs this topic supplies.
    fileprivate var listingJob: String? {
        switch self {
        case .newestRuns(let job), .runs(let job, _), .farRuns(let job, _): job
        case .jobs, .run: nil
        }
    }
}
