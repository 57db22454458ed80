/// What started a JobRun.
enum RunType: String, Sendable {
    case manual = "MANUAL"
    case scheduled = "SCHEDULED"
}
