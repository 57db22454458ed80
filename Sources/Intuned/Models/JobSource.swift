/// Where a job was defined.
public enum JobSource: String, CaseIterable, Sendable {
    /// Through the API, the dashboard or the command line.
    case api = "API"
    /// In the project's code; the platform refuses to change or delete such a job.
    case code = "CODE"
}
