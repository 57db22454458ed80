import Dashboard
import FoundationEssentials
import Insight
import Intuned

/// Reads what a handover is about from the platform: the jobs, their newest runs, and the older runs of the time.
struct HandoverReading: Sendable {
    /// Runs in one request for older runs, and requests for a job at most.
    private static let (pageSize, mostPages) = (100, 10)

    let client: PatientClient
    /// The seconds that the handover is about.
    let seconds: Double

    /// Asks for everything, job by job; a job whose runs cannot be read is told as such.
    func facts(project: String, _ offsets: UTCOffsets) async throws(CommandFailure) -> HandoverFacts {
        let list = try await client.ask(Endpoints.jobs())
        let until = list.time.date
        let since = until.addingTimeInterval(-seconds)
        var (jobs, surveyed): ([HandoverFacts.Job], [SurveyedJob]) = ([], [])
        for job in list.value.jobs {
            do throws(CommandFailure) {
                // The rows that the dashboard judges, so that both say the same.
                let page = try await client.ask(Endpoints.jobRuns(job: job.id, pageSize: RunsListing.headSize))
                surveyed.append(SurveyedJob(job, known: list.time, page))
                jobs.append(try await told(job, page.value, since))
            } catch {
                guard case .platform(let cause, _, _) = error, !cause.concernsEverything else { throw error }
                jobs.append(HandoverFacts.Job(job, runs: nil, isWhole: false))
            }
        }
        let survey = ProjectSurvey(jobs: surveyed, known: list.time, unreadable: list.value.badRows.count)
        return HandoverFacts(
            project: project, since: since, until: until, offsets: offsets, jobs: jobs, problems: survey.problems)
    }

    /// The runs of a job, back to a time as far as they can be read.
    private func told(
        _ job: JobListItem, _ newest: JobRunsPage, _ since: Date
    ) async throws(CommandFailure) -> HandoverFacts.Job {
        func reaches(_ runs: [JobRun]) -> Bool { runs.last?.start.map { $0 < since } ?? false }
        let isAll = !newest.isFollowed(number: 0, size: RunsListing.headSize)
        guard !isAll, !reaches(newest.runs) else { return HandoverFacts.Job(job, runs: newest.runs, isWhole: true) }
        var pages = RunPages(client: client, job: job.id, size: Self.pageSize)
        var runs: [JobRun] = []
        for _ in 0..<Self.mostPages {
            guard let page = try await pages.next() else { return HandoverFacts.Job(job, runs: runs, isWhole: true) }
            runs += page.value
            if reaches(runs) { return HandoverFacts.Job(job, runs: runs, isWhole: true) }
        }
        return HandoverFacts.Job(job, runs: runs, isWhole: false)
    }
}
