/// The actions of callers; every function expects the platform to be advanced to the present.
extension Platform {
    /// The job with that id.
    func job(_ id: String) throws(Refusal) -> Job {
        try jobs[place(of: id)]
    }

    /// The run with that id, of the job with that id.
    func run(_ runID: String, of jobID: String) throws(Refusal) -> (job: Job, run: Run) {
        let job = try job(jobID)
        guard let run = job.run(runID) else {
            throw .notFound("Job run \(runID) was not found, or is older than the retention of this workspace.")
        }
        return (job, run)
    }

    /// The job and run of a run id.
    func run(_ runID: String) -> (job: Job, run: Run)? {
        for job in jobs {
            if let run = job.run(runID) { return (job, run) }
        }
        return nil
    }

    /// Triggers a run and returns its id.
    mutating func trigger(_ jobID: String) throws(Refusal) -> String {
        let place = try place(of: jobID)
        if jobs[place].pause != nil { throw .badRequest("Job \(jobID) is paused. Resume it before triggering a run.") }
        return act(on: place) { job, moment in job.start(.manual, at: moment).id }
    }

    /// Stops a run; the message says whether the run had already ended.
    mutating func terminate(_ runID: String, of jobID: String) throws(Refusal) -> String {
        let place = try place(of: jobID)
        switch act(on: place, { job, moment in job.terminate(runID, at: moment) }) {
        case true?: return "JobRun terminated successfully."
        case false?: return "JobRun is already finished."
        case nil: throw .notFound("Job run \(runID) was not found, or is older than the retention of this workspace.")
        }
    }

    /// Pauses a job; does nothing if it is paused.
    mutating func pause(_ jobID: String) throws(Refusal) {
        let place = try place(of: jobID)
        act(on: place) { job, moment in job.suspend(.userRequest, message: "Paused through the API.", at: moment) }
    }

    /// Resumes a job; does nothing if it is active.
    mutating func resume(_ jobID: String) throws(Refusal) {
        let place = try place(of: jobID)
        act(on: place) { job, moment in job.resume(at: moment) }
    }

    private func place(of jobID: String) throws(Refusal) -> Int {
        guard let place = jobs.firstIndex(where: { $0.plan.id == jobID }) else {
            throw .notFound("Job \(jobID) was not found in project \(identity.project).")
        }
        return place
    }
}
