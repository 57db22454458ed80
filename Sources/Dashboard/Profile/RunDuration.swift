package import FoundationEssentials
package import Intuned

/// How long a run took, as far as its answer says.
package enum RunDuration: Hashable, Sendable {
    /// It is over and took so many seconds.
    case exactly(Double)
    /// It is over, and the platform gives no end: it took no more than these seconds, up to its last change.
    case atMost(Double)
    /// It is not over and has taken so many seconds.
    case soFar(Double)

    /// The duration of a run; nil when its start is unknown, or when it is over and nothing says since when.
    ///
    /// - Parameter known: the time up to which the run is known; nothing is counted up to it once the run is over.
    package init?(of run: JobRun, known: Date) {
        guard let start = run.startTime?.date else { return nil }
        func seconds(_ end: Date) -> Double { max(0, end.timeIntervalSince(start)) }
        if let end = run.endTime?.date {
            self = .exactly(seconds(end))
        } else if run.isActive {
            self = .soFar(seconds(known))
        } else if let changed = run.updatedAt?.date {
            self = .atMost(seconds(changed))
        } else {
            return nil
        }
    }
}
