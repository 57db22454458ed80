import Dashboard

/// The notes of commands, in words.
enum CommandWording {
    /// Jobs are missing in the list.
    static func unreadableJobs(_ rows: Int) -> String { "\(Wording.count(rows, "job")) of the answer cannot be read." }

    /// The runs of a job are not known.
    static func unknownRuns(_ job: String) -> String { "The runs of \(job) are not known." }

    /// Runs are missing in the list.
    static func unreadableRuns(_ rows: Int) -> String { "\(Wording.count(rows, "run")) of the answers cannot be read." }
}
