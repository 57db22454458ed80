/// Whether a job starts runs.
public enum JobState: String, CaseIterable, Sendable {
    /// The job starts runs.
    case active = "ACTIVE"
    /// The job starts no runs, and its runs start no further items.
    case paused = "PAUSED"
}
