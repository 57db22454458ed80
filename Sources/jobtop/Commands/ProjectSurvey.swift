import Dashboard
import Insight
import Intuned

/// All jobs of a project with their newest runs and judgements.
struct ProjectSurvey: Sendable {
    /// The jobs, in the platform's order.
    let jobs: [SurveyedJob]
    /// When the list of jobs was known.
    let known: KnownTime
    /// Rows of the list of jobs that could not be read.
    let unreadable: Int

    /// The problems of all jobs, worst first: those of the dashboard.
    var problems: [Problem] {
        let items = Dictionary(jobs.map { ($0.job.id, $0.job) }) { first, _ in first }
        let verdicts = jobs.sorted { $0.job.id < $1.job.id }.flatMap(\.verdicts).filter(\.isProblem)
        return Problem.grouped(verdicts) { items[$0] }
    }

    /// Asks for the list of jobs, then for the newest runs of each, a few at once and within the request budget.
    ///
    /// - Parameter withRuns: whether the runs are wanted; without them nothing is judged.
    static func take(
        from client: PatientClient, withRuns: Bool = true
    ) async throws(CommandFailure) -> ProjectSurvey {
        let list = try await client.ask(Endpoints.jobs())
        guard withRuns else {
            let jobs = list.value.jobs.map {
                SurveyedJob($0, known: list.time, Known(value: JobRunsPage(), time: list.time), isJudged: false)
            }
            return ProjectSurvey(jobs: jobs, known: list.time, unreadable: list.value.badRows.count)
        }
        let jobs = list.value.jobs
        var surveyed: [Int: SurveyedJob] = [:]
        let outcome = await withTaskGroup(of: (Int, Result<SurveyedJob?, CommandFailure>).self) { group in
            var places = jobs.indices.makeIterator()
            func begin(_ place: Int) {
                group.addTask { (place, await survey(jobs[place], known: list.time, client)) }
            }
            for _ in 0..<RequestBudget.atOnce { if let place = places.next() { begin(place) } }
            var surveyed: [Int: SurveyedJob] = [:]
            for await (place, result) in group {
                switch result {
                case .success(let job): surveyed[place] = job
                case .failure(let failure):
                    group.cancelAll()
                    return Result<[Int: SurveyedJob], CommandFailure>.failure(failure)
                }
                if let place = places.next() { begin(place) }
            }
            return .success(surveyed)
        }
        switch outcome {
        case .success(let found): surveyed = found
        case .failure(let failure): throw failure
        }
        return ProjectSurvey(
            jobs: jobs.indices.compactMap { surveyed[$0] }, known: list.time, unreadable: list.value.badRows.count)
    }

    /// Asks for the runs of a job; nothing if it was deleted since the list of jobs was sent.
    private static func survey(
        _ job: JobListItem, known: KnownTime, _ client: PatientClient
    ) async -> Result<SurveyedJob?, CommandFailure> {
        do throws(CommandFailure) {
            let page = try await client.ask(Endpoints.jobRuns(job: job.id, pageSize: RunsListing.headSize))
            return .success(SurveyedJob(job, known: known, page))
        } catch {
            if case .platform(.notFound(.job, _), _, _) = error { return .success(nil) }
            return .failure(error)
        }
    }
}
