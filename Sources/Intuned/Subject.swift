/// The subject of a call, which a 404 reports as missing.
public enum Subject: Hashable, Sendable {
    /// The project with this name.
    case project(String)
    /// The job with this id.
    case job(String)
    /// The run of a job, both by id.
    case jobRun(job: String, run: String)
    /// The single run with this id.
    case run(String)
}
