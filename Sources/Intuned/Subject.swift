/// What a call is about, and so what is missing when the platform does not find it.
public enum Subject: Hashable, Sendable {
    /// The project of this name.
    case project(String)
    /// The job with this id.
    case job(String)
    /// The run of the job, each by its id.
    case jobRun(job: String, run: String)
    /// The single run with this id.
    case run(String)
}
