package import Intuned

/// The meaning of a run's status and counts for a person; the platform's own word is always shown beside it.
package enum Standing: Hashable, Sendable, CaseIterable {
    /// Items are running or waiting to run.
    case moving
    /// Paused by a person, who will resume it.
    case held
    /// Paused by a problem that only a person can fix.
    case waitsForPerson
    /// Over, all items successful.
    case well
    /// Over, reported as a success, with failed items (API.md section 6.1: never plain green).
    case partly
    /// Over, reported as a failure.
    case failed
    /// Over, stopped by a person.
    case stopped
    /// The run could not start, or a dependency failed.
    case notStarted
    /// A status that this version does not know.
    case unknown

    /// Whether somebody should look at the run.
    var needsSomebody: Bool {
        switch self {
        case .partly, .failed, .waitsForPerson, .notStarted, .unknown: true
        case .moving, .held, .well, .stopped: false
        }
    }

    /// Judges a run.
    package init(of run: JobRun) {
        guard case .known(let status) = run.status else {
            self = .unknown
            return
        }
        switch status {
        case .pending, .running, .resuming: self = .moving
        case .paused, .pausing:
            self = run.reason == nil || run.reason?.type == .known(.userRequest) ? .held : .waitsForPerson
        case .success, .completed: self = (run.failedRuns ?? 0) > 0 ? .partly : .well
        case .failure, .failed: self = .failed
        case .terminated: self = .stopped
        case .canceled, .cancelled: self = run.reason?.type == .known(.terminated) ? .stopped : .notStarted
        }
    }
}
