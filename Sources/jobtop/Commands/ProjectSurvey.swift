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
            let jobs = list.value.jobs.map { SurveyedJob($0, known: list.time, failure: nil) }
            return ProjectSurvey(jobs: jobs, known: list.time, unreadable: list.value.badRows.count)
        }
        let found = try await runs(of: list.value.jobs, known: list.time, client)
        return ProjectSurvey(jobs: found, known: list.time, unreadable: list.value.badRows.count)
    }

    /// Why the runs of a job are not known, of the first such job; nil if all are.
    var failure: CommandFailure? { jobs.lazy.compactMap(\.failure).first }

    /// The number of jobs whose runs are not known.
    var unknown: Int { jobs.count { $0.failure != nil } }

    /// Names the jobs whose runs are not known.
    func noteFailures(in surroundings: CommandSurroundings) {
        for job in jobs where job.failure != nil { surroundings.note(CommandWording.unknownRuns(job.job.id)) }
    }

    /// Asks for the runs of each job, some at once; one job that fails does not keep the others from being judged.
    private static func runs(
        of jobs: [JobListItem], known: KnownTime, _ client: PatientClient
    ) async throws(CommandFailure) -> [SurveyedJob] {
        let outcome = await withTaskGroup(of: (Int, Result<SurveyedJob?, CommandFailure>).self) { group in
            var places = jobs.indices.makeIterator()
            func begin(_ place: Int) { group.addTask { (place, await survey(jobs[place], known: known, client)) } }
            for _ in 0..<RequestBudget.atOnce { if let place = places.next() { begin(place) } }
            var surveyed: [Int: SurveyedJob] = [:]
            for await (place, result) in group {
                switch result {
                case .success(let job): surveyed[place] = job
                case .failure(let failure):
                    group.cancelAll()
                    return Result<[SurveyedJob], CommandFailure>.failure(failure)
                }
                // If no job at all has an answer, the platform fails, and more patience would only take longer.
                if surveyed.count >= RequestBudget.atOnce, let failure = surveyed.values.failureOfAll {
                    group.cancelAll()
                    return .failure(failure)
                }
                if let place = places.next() { begin(place) }
            }
            return .success(jobs.indices.compactMap { surveyed[$0] })
        }
        switch outcome {
        case .success(let found): return found
        case .failure(let failure): throw failure
        }
    }

    /// Asks for the runs of a job; nothing if it was deleted since the list of jobs was sent.
    private static func survey(
        _ job: JobListItem, known: KnownTime, _ client: PatientClient
    ) async -> Result<SurveyedJob?, CommandFailure> {
        do throws(CommandFailure) {
            let page = try await client.ask(Endpoints.jobRuns(job: job.id, pageSize: RunsListing.headSize))
            return .success(SurveyedJob(job, known: known, page))
        } catch {
            guard case .platform(let cause, _, _) = error else { return .failure(error) }
            if case .notFound(.job, _) = cause { return .success(nil) }
            return cause.concernsEverything ? .failure(error) : .success(SurveyedJob(job, known: known, failure: error))
        }
    }
}

extension Collection<SurveyedJob> {
    /// A failure, if the runs of every job have one.
    fileprivate var failureOfAll: CommandFailure? { allSatisfy { $0.failure != nil } ? first?.failure : nil }
}
