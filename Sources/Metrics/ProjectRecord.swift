package import FoundationEssentials
package import Insight
package import Intuned

/// What the platform has told about a project, and the judgements on it.
package struct ProjectRecord: Hashable, Sendable {
    /// The most jobs that are kept: more would make more series than one project is worth.
    package static let mostJobs = 500
    /// The newest runs of a job that are kept, as many as the dashboard judges in its list of jobs.
    package static let mostRuns = 20
    /// Seconds of difference above which the server's clock cannot date anything.
    private static let uselessDifference = 365 * 86_400.0

    /// The jobs that are kept, in the platform's order; nil before the first answer.
    package private(set) var jobs: [JobListItem]?
    /// Jobs of the latest list that are not kept.
    package private(set) var leftOut = 0
    /// Whether the platform answers; false before the first answer and during an outage.
    package private(set) var isUp = false
    /// How often requests ended in which way.
    package private(set) var outcomes: [RequestOutcome: Int] = [:]
    /// When the platform last answered, by this machine's wall clock.
    package private(set) var lastAnswer: Date?
    /// Seconds of uptime at which the list of jobs arrived.
    package private(set) var jobsAnswered: Double?

    private(set) var records: [String: JobRecord] = [:]
    private var observations = Observations()
    private var jobsKnown: Date?
    private var lastPaused: [String: Date] = [:]

    /// Creates the record of nothing.
    package init() {}

    /// Takes the list of jobs.
    ///
    /// - Parameters:
    ///   - wall: when the answer arrived, by this machine's wall clock.
    ///   - uptime: the same in seconds of uptime.
    package mutating func take(_ answer: Answered<JobList>, wall: Date, uptime: Double) {
        note(.ok, at: wall)
        isUp = true
        let known = Self.known(answer.serverTime, wall)
        (jobsAnswered, jobsKnown) = (uptime, known)
        let kept = Self.kept(answer.value.jobs)
        (jobs, leftOut) = (kept, answer.value.jobs.count - kept.count)
        let ids = Set(kept.map(\.id))
        records = records.filter { ids.contains($0.key) }
        lastPaused = lastPaused.filter { ids.contains($0.key) }
        for job in kept where job.state == .known(.paused) { lastPaused[job.id] = known }
        for job in kept { judge(job) }
    }

    /// Takes the newest runs of a job.
    package mutating func take(_ answer: Answered<JobRunsPage>, of job: String, wall: Date, uptime: Double) {
        note(.ok, at: wall)
        isUp = true
        guard let item = jobs?.first(where: { $0.id == job }) else { return }
        let known = Self.known(answer.serverTime, wall)
        let runs = Array(answer.value.runs.prefix(Self.mostRuns))
        for run in runs { observations.note(run, at: known) }
        records[job] = JobRecord(
            runs: runs, unreadableRows: answer.value.badRows.count, known: known, answered: uptime)
        judge(item)
    }

    /// Takes the failure of a request.
    ///
    /// - Parameter job: the job whose runs were requested; nil for the list of jobs.
    package mutating func take(_ error: IntunedError, of job: String?) {
        outcomes[RequestOutcome(error), default: 0] += 1
        if job == nil || error.concernsEverything { isUp = false }
    }

    /// The problems of all jobs, worst first, as in the dashboard.
    package var problems: [Problem] {
        let jobs = Dictionary((jobs ?? []).map { ($0.id, $0) }) { first, _ in first }
        let verdicts = records.keys.sorted().flatMap { records[$0]?.verdicts ?? [] }.filter(\.isProblem)
        return Problem.grouped(verdicts) { jobs[$0] }
    }

    private mutating func note(_ outcome: RequestOutcome, at wall: Date) {
        outcomes[outcome, default: 0] += 1
        lastAnswer = wall
    }

    /// The first jobs whose ids differ as values of a label.
    private static func kept(_ jobs: [JobListItem]) -> [JobListItem] {
        var labels: Set<String> = []
        return Array(jobs.filter { labels.insert(MetricLabel.clean($0.id)).inserted }.prefix(mostJobs))
    }

    private static func known(_ serverTime: Date?, _ wall: Date) -> Date {
        guard let serverTime, abs(serverTime.timeIntervalSince(wall)) < uselessDifference else { return wall }
        return serverTime
    }

    private mutating func judge(_ job: JobListItem) {
        guard let record = records[job.id] else { return }
        let facts = JobFacts(
            job: job, runs: record.runs, known: record.known, jobKnown: jobsKnown, lastPaused: lastPaused[job.id],
            unreadableRows: record.unreadableRows)
        records[job.id]?.verdicts = Judge().verdicts(on: facts, observations)
    }
}
