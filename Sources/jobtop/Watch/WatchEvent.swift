import Insight
import Intuned

/// Something that `jobtop watch` tells.
enum WatchEvent: Hashable, Sendable {
    /// There is no run yet.
    case waiting
    /// The run when the watch starts.
    case present
    /// The run that was waited for has started.
    case started
    /// Something changed about the run.
    case change(RunChange)
    /// The platform does not answer any more.
    case lost(IntunedError, patience: Double)
    /// The platform answers again, after so many seconds; nil if an earlier watch told of the outage.
    case back(seconds: Double?)

    /// The word for programs; it never changes.
    var name: String {
        switch self {
        case .waiting: "waiting"
        case .present: "present"
        case .started: "started"
        case .change(let change): Self.name(change)
        case .lost: "lost"
        case .back: "back"
        }
    }

    private static func name(_ change: RunChange) -> String {
        switch change {
        case .status: "status"
        case .reason: "reason"
        case .grew: "grew"
        case .firstFailure: "first-failure"
        case .items: "items"
        case .verdict: "verdict"
        case .verdictOver: "verdict-over"
        case .ended: "ended"
        }
    }

    /// The name of the verdict that it is about; nil for other events.
    var verdict: String? {
        switch self {
        case .change(.verdict(let verdict)): verdict.kind.name
        case .change(.verdictOver(let name)): name
        case .waiting, .present, .started, .change, .lost, .back: nil
        }
    }
}
