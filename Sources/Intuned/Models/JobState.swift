/// Whether a job starts runs.
public enum JobState: String, CaseIterable, Sendable {
    /// It does.
    case active = "ACTIVE"
    /// It does not, and its runs start no further items.
    case paused = "PAUSED"
}
