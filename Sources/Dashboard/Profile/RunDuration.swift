package import FoundationEssentials
package import Intuned

/// How long a run took, as far as its answer shows.
package enum RunDuration: Hashable, Sendable {
    /// The run is over and took this many seconds.
    case exactly(Double)
    /// The run is over without a reported end: it took at most this many seconds, up to its last change.
    case atMost(Double)
    /// The run is not over and has taken this many seconds so far.
    case soFar(Double)

    /// The seconds; the most where only a bound is known.
    var seconds: Double {
        switch self {
        case .exactly(let seconds), .atMost(let seconds), .soFar(let seconds): seconds
        }
    }

    /// Computes the duration of a run; nil if its start is unknown, or if it is over and has neither an end nor a last change.
    ///
    /// - Parameter known: the time up to which the run is known; ignored once the run is over.
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
