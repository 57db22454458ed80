package import FoundationEssentials
package import Intuned

/// What judgements need to know of a run, as numbers.
extension JobRun {
    /// Whether its items were worked on to the end: its duration and its failures can be compared with those of others.
    var isComparable: Bool {
        switch status {
        case .known(.success), .known(.completed), .known(.failure), .known(.failed): true
        case .known, .unrecognized: false
        }
    }

    /// When it started; when it was created where the platform does not say.
    package var start: Date? { (startTime ?? createdAt)?.date }

    /// When the platform began with it: it may wait for a while before it starts.
    var begun: Date? { [createdAt?.date, startTime?.date].compactMap { $0 }.min() }

    /// Seconds from its start to its end; nil while it has no end.
    package var seconds: Double? {
        guard let start = startTime?.date, let end = endTime?.date, end >= start else { return nil }
        return end.timeIntervalSince(start)
    }

    /// Items that have ended.
    package var done: Int { ok + failed }
    /// Items that ended well.
    package var ok: Int { max(0, successfulRuns ?? 0) }
    /// Items that ended badly.
    package var failed: Int { max(0, failedRuns ?? 0) }

    /// The part of the ended items that failed, 0 to 1; nil while none has ended.
    package var failureShare: Double? { done > 0 ? Double(failed) / Double(done) : nil }

    /// Whether it is over and its items did not all end well, or it is over as a failure.
    package var endedBadly: Bool {
        switch status {
        case .known(.failure), .known(.failed): true
        case .known(.canceled), .known(.cancelled): reason?.type != .known(.terminated)
        case .known, .unrecognized: false
        }
    }

    /// Whether it is over as a success, with or without failed items.
    package var endedWell: Bool {
        switch status {
        case .known(.success), .known(.completed): true
        case .known, .unrecognized: false
        }
    }

    /// The kind of reason, if it is a known one.
    var knownReason: RunReasonType? {
        guard case .known(let type)? = reason?.type else { return nil }
        return type
    }
}
