import Dashboard
import FoundationEssentials
import Insight
import Intuned

/// A job with its newest runs and what is wrong with it, by the same rules as in the dashboard.
struct SurveyedJob: KnownRow {
    /// The job.
    let job: JobListItem
    /// The newest runs, newest first; nil if they were not asked for, or are not known.
    let runs: [JobRun]?
    /// Why they are not known.
    let failure: CommandFailure?
    /// The number of all its runs; nil if the platform does not say.
    let totalRuns: Int?
    /// Rows of the runs that could not be read.
    let unreadableRows: Int
    /// When the older of the two answers arrived.
    let known: KnownTime
    /// When the runs were known.
    let runsKnown: KnownTime
    /// What is wrong, worst first; also what does not need anybody.
    let verdicts: [Verdict]

    /// Judges the job.
    init(_ job: JobListItem, known: KnownTime, _ page: Known<JobRunsPage>) {
        self.job = job
        (runs, failure) = (page.value.runs, nil)
        (totalRuns, unreadableRows) = (page.value.totalCount, page.value.badRows.count)
        self.known = known.arrived.uptime <= page.time.arrived.uptime ? known : page.time
        runsKnown = page.time
        var observations = Observations()
        for run in page.value.runs { observations.note(run, at: page.time.date) }
        let facts = JobFacts(
            job: job, runs: page.value.runs, known: page.time.date, jobKnown: known.date,
            lastPaused: job.state == .known(.paused) ? known.date : nil, unreadableRows: page.value.badRows.count)
        verdicts = Judge().verdicts(on: facts, observations)
    }

    /// A job without its runs, of which nothing is said.
    init(_ job: JobListItem, known: KnownTime, failure: CommandFailure?) {
        (self.job, self.known, runsKnown, self.failure) = (job, known, known, failure)
        (runs, totalRuns, unreadableRows, verdicts) = (nil, nil, 0, [])
    }

    /// The job as a filter sees it.
    var listed: ListedJob {
        let row = JobRow(job: job, runs: runs, verdicts: verdicts)
        let active = row.active
        return ListedJob(
            row, now: runsKnown.date,
            progress: active.flatMap { Progress(of: $0, [], usual: row.usual, known: runsKnown.date) })
    }
}
