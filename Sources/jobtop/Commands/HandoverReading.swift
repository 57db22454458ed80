import Dashboard
import FoundationEssentials
import Insight
import Intuned

/// Reads what a handover is about from the platform: the jobs, and of each job the runs of the time and some before.
struct HandoverReading: Sendable {
    /// Runs in one request, and requests for a job at most.
    private static let (pageSize, mostPages) = (100, 10)

    let client: PatientClient
    /// The time that the handover is about.
    let seconds: Double

    /// Asks for everything, job by job; a job whose runs cannot be read is told as such.
    func facts(project: String, _ offsets: UTCOffsets) async throws(CommandFailure) -> HandoverFacts {
        let answer = try await client.ask(Endpoints.jobs())
        let until = answer.time.date
        let since = until.addingTimeInterval(-seconds)
        var (jobs, verdicts): ([HandoverFacts.Job], [Verdict]) = ([], [])
        for job in answer.value.jobs {
            do throws(CommandFailure) {
                let (runs, isWhole, facts) = try await runs(of: job, since: since, jobKnown: until)
                verdicts += Judge().verdicts(on: facts, Observations())
                jobs.append(HandoverFacts.Job(job, runs: runs, isWhole: isWhole))
            } catch {
                guard case .platform(let cause, _, _) = error, !cause.concernsEverything else { throw error }
                jobs.append(HandoverFacts.Job(job, runs: nil, isWhole: false))
            }
        }
        let problems = Problem.grouped(verdicts.filter { $0.severity > .notice }) { id in
            answer.value.jobs.first { $0.id == id }
        }
        return HandoverFacts(project: project, since: since, until: until, offsets: offsets, jobs: jobs, problems: problems)
    }

    /// The newest runs of a job back to a time, whether they reach it, and what is judged.
    private func runs(
        of job: JobListItem, since: Date, jobKnown: Date
    ) async throws(CommandFailure) -> ([JobRun], isWhole: Bool, JobFacts) {
        var runs: [JobRun] = []
        var seen: Set<String> = []
        var (known, badRows, number) = (jobKnown, 0, 0)
        while true {
            let page = try await client.ask(
                Endpoints.jobRuns(job: job.id, pageSize: Self.pageSize, pageNumber: number, sortBy: "created_at,desc"))
            if number == 0 { known = page.time.date }
            badRows += page.value.badRows.count
            // A border of pages moves while runs are added.
            runs += page.value.runs.filter { seen.insert($0.id).inserted }
            let reaches = runs.last?.start.map { $0 < since } ?? false
            let isLast = !page.value.isFollowed(number: number, size: Self.pageSize)
            number += 1
            guard !reaches, !isLast, number < Self.mostPages else {
                let judged = Array(runs.prefix(Judgements.mostRuns))
                let facts = JobFacts(job: job, runs: judged, known: known, jobKnown: jobKnown, unreadableRows: badRows)
                return (runs, reaches || isLast, facts)
            }
        }
    }
}
