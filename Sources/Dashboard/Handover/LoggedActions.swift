package import FoundationEssentials

/// What was done with jobtop on this machine, as its log of actions tells.
package enum LoggedActions: Hashable, Sendable {
    /// The log does not exist.
    case absent
    /// The log cannot be read; the errno says why.
    case unreadable(code: Int32)
    /// The actions, oldest first, and how many lines could not be understood.
    case read([LoggedAction], badLines: Int)
}

/// One action that was taken from here.
package struct LoggedAction: Hashable, Sendable {
    /// When it was taken.
    package var time: Date
    /// What was done, such as `trigger`.
    package var action: String
    /// The project's name; nil where the log does not say.
    package var project: String?
    /// The job.
    package var job: String
    /// The run; nil where the action was about the job.
    package var run: String?
    /// How it ended, such as `accepted`; nil while that is not known.
    package var outcome: String?
    /// The run that it started.
    package var newRun: String?
    /// The error, in a few words.
    package var error: String?

    /// Creates an action.
    package init(
        time: Date, action: String, project: String? = nil, job: String, run: String?, outcome: String?, newRun: String? = nil,
        error: String? = nil
    ) {
        (self.time, self.action, self.project, self.job, self.run) = (time, action, project, job, run)
        (self.outcome, self.newRun, self.error) = (outcome, newRun, error)
    }
}
