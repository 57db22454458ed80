package import FoundationEssentials

/// What was done with jobtop on this machine, as its log of actions tells.
package enum ActionLog: Hashable, Sendable {
    /// There is no log.
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
    /// The job.
    package var job: String
    /// The run; nil where the action was about the job.
    package var run: String?
    /// How it ended; nil while that is not known.
    package var outcome: String?

    /// Creates an action.
    package init(time: Date, action: String, job: String, run: String?, outcome: String?) {
        (self.time, self.action, self.job, self.run, self.outcome) = (time, action, job, run, outcome)
    }
}
