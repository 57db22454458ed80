/// What started a JobRun.
public enum JobRunType: String, CaseIterable, Sendable {
    /// A person or a program, through the dashboard, the command line or the API.
    case manual = "MANUAL"
    /// The job's schedule.
    case scheduled = "SCHEDULED"
}
