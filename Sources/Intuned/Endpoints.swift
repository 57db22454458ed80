/// The calls of the API that a viewer of job runs needs.
public enum Endpoints {
    /// Lists the project's jobs, all at once.
    public static func jobs() -> Endpoint<JobList> {
        Endpoint(path: ["jobs"])
    }

    /// Gets one job.
    public static func job(_ id: String) -> Endpoint<JobDetail> {
        Endpoint(path: ["jobs", id], subject: .job(id))
    }

    /// Lists one page of a job's runs.
    ///
    /// - Parameters:
    ///   - pageSize: the most rows wanted; the platform may send fewer, so only `totalCount` tells where the end is.
    ///   - pageNumber: from 0.
    ///   - sortBy: fields with directions, such as `created_at,desc` or `start_time,desc/status,asc`.
    public static func jobRuns(
        job: String, pageSize: Int = 50, pageNumber: Int = 0, sortBy: String = "created_at,desc"
    ) -> Endpoint<JobRunsPage> {
        Endpoint(
            path: ["jobs", job, "runs"],
            query: [
                QueryParameter(name: "pageSize", value: "\(pageSize)"),
                QueryParameter(name: "pageNumber", value: "\(pageNumber)"),
                QueryParameter(name: "sortBy", value: sortBy),
            ],
            subject: .job(job))
    }

    /// Gets one run of a job, with its results.
    public static func jobRun(job: String, run: String) -> Endpoint<JobRunDetail> {
        Endpoint(path: ["jobs", job, "runs", run], subject: .jobRun(job: job, run: run))
    }

    /// Starts a run of a job; do not retry without a check, since each call may start a run, which is billed.
    public static func trigger(job: String) -> Endpoint<TriggeredRun> {
        Endpoint(method: "POST", path: ["jobs", job, "trigger"], success: [200, 201], subject: .job(job))
    }

    /// Stops a run; the answer arrives at once, the status changes later.
    public static func terminate(job: String, run: String) -> Endpoint<Confirmation> {
        Endpoint(method: "POST", path: ["jobs", job, "runs", run, "terminate"], subject: .jobRun(job: job, run: run))
    }

    /// Pauses a job and its runs.
    public static func pause(job: String) -> Endpoint<Confirmation> {
        Endpoint(method: "POST", path: ["jobs", job, "pause"], subject: .job(job))
    }

    /// Resumes a job and its paused runs.
    public static func resume(job: String) -> Endpoint<Confirmation> {
        Endpoint(method: "POST", path: ["jobs", job, "resume"], subject: .job(job))
    }

    /// Gets the outcome of a single run.
    public static func runResult(_ id: String) -> Endpoint<RunResult> {
        Endpoint(path: ["run", id, "result"], subject: .run(id))
    }
}
