package import Intuned

/// Why an action is not possible, or makes no sense, now.
package enum ActionObstacle: Hashable, Sendable {
    /// jobtop was started to look only.
    case readOnly
    /// Nothing is selected that the action could be done to.
    case noTarget(Action.Kind?)
    /// The run is over, with this status.
    case over(String)
    /// The job is paused.
    case isPaused
    /// The job is not paused.
    case isNotPaused
    /// The platform does not know it.
    case gone
    /// No answer has shown it.
    case unseen
    /// The platform was asked for fresh data and did not answer.
    case noFreshData(IntunedError)
    /// The same action is being sent or awaited.
    case isAsked
    /// More targets than one question may name.
    case tooMany(Int)
}

extension Action.Kind {
    /// Why the action makes no sense for something with this status; nil if it does.
    package func obstacle(seeing sighting: Sighting) -> ActionObstacle? {
        switch (self, sighting) {
        case (_, .gone): .gone
        case (_, .unknown): .unseen
        case (.terminate, .run(let status, let isActive)): isActive ? nil : .over(status.raw)
        case (.pause, .job(.known(.paused))): .isPaused
        case (.resume, .job(.known(.active))): .isNotPaused
        case (.trigger, .job), (.pause, .job), (.resume, .job): nil
        // A run cannot be paused, nor a job terminated; the API has no such calls.
        case (.terminate, .job), (.trigger, .run), (.pause, .run), (.resume, .run): .noTarget(self)
        }
    }

    /// Whether a status is what the action was to bring about.
    package func isDone(seeing sighting: Sighting) -> Bool {
        switch (self, sighting) {
        case (.terminate, .run(_, let isActive)): !isActive
        case (.terminate, .gone): true
        case (.pause, .job(let state)): state == .known(.paused)
        case (.resume, .job(let state)): state == .known(.active)
        case (.trigger, _), (_, .unknown), (_, .gone), (.terminate, .job), (.pause, .run), (.resume, .run): false
        }
    }
}
