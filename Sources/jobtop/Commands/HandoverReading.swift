import Dashboard
import FoundationEssentials
import Insight
import Intuned

/// Reads what a handover is about from the platform: the jobs as `jobtop problems` judges them, and the older runs of the time.
struct HandoverReading: Sendable {
    /// Runs in one request for older runs, and requests for a job at most.
    private static let (pageSize, mostPages) = (100, 10)

    let client: PatientClient
    /// The seconds that the handover is about.
    let seconds: Double

    /// Asks for everything; a job whose runs cannot be read is told as such.
    func facts(project: String, _ offsets: UTCOffsets) async throws(CommandFailure) -> HandoverFacts {
        let survey = try await ProjectSurvey.take(from: client)
        let until = survey.known.date
        let since = until.addingTimeInterval(-seconds)
        var jobs: [HandoverFacts.Job] = []
        for job in survey.jobs { jobs.append(try await told(job, since)) }
        return HandoverFacts(
            project: project, since: since, until: until, offsets: offsets, jobs: jobs, problems: survey.problems)
    }

    /// A job with its runs, back to a time as far as they can be read.
    private func told(_ surveyed: SurveyedJob, _ since: Date) async throws(CommandFailure) -> HandoverFacts.Job {
        let job = surveyed.job
        guard let newest = surveyed.runs else { return HandoverFacts.Job(job, runs: nil, isWhole: false) }
        let isAll = surveyed.totalRuns.map { newest.count + surveyed.unreadableRows >= $0 } ?? false
        guard !isAll, !reaches(newest, since) else { return HandoverFacts.Job(job, runs: newest, isWhole: true) }
        do throws(CommandFailure) {
            return try await older(of: job, since)
        } catch {
            guard case .platform(let cause, _, _) = error, !cause.concernsEverything else { throw error }
            return HandoverFacts.Job(job, runs: newest, isWhole: false)
        }
    }

    private func older(of job: JobListItem, _ since: Date) async throws(CommandFailure) -> HandoverFacts.Job {
        var pages = RunPages(client: client, job: job.id, size: Self.pageSize)
        var runs: [JobRun] = []
        for _ in 0..<Self.mostPages {
            guard let page = try await pages.next() else { return HandoverFacts.Job(job, runs: runs, isWhole: true) }
            runs += page.value
            if reaches(runs, since) { return HandoverFacts.Job(job, runs: runs, isWhole: true) }
        }
        return HandoverFacts.Job(job, runs: runs, isWhole: false)
    }

    /// Whether runs, newest first, go back to a time.
    private func reaches(_ runs: [JobRun], _ since: Date) -> Bool { runs.last?.start.map { $0 < since } ?? false }
}
