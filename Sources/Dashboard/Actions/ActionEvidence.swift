package import FoundationEssentials
package import Intuned

/// What the platform shows after an action whose answer was lost.
package enum ActionEvidence: Hashable, Sendable {
    /// The platform has not answered since.
    case unseen
    /// Nothing has changed.
    case nothing
    /// The status that the action was to bring about.
    case status(String)
    /// Runs of the job that were not there before, newest first.
    case runs([StartedRun])

    /// A run that was not there before the action.
    package struct StartedRun: Hashable, Sendable {
        /// The run's id.
        package let id: String
        /// What started it.
        package let type: Open<JobRunType>?
        /// When it started, by the platform's clock.
        package let start: Date?

        /// Whether the schedule has not started it, so that it may be the action's.
        package var mayBeOwn: Bool { type != .known(.scheduled) }
    }

    /// Seconds by which two clocks of one platform may differ.
    private static let tolerance = 120.0

    /// Looks for the run of a lost trigger.
    ///
    /// - Parameters:
    ///   - runs: the newest runs of the job, in the platform's order.
    ///   - known: the ids of the runs that were there before.
    ///   - sent: when the request was sent, by the platform's clock.
    package init(in runs: [JobRun], known: Set<String>, sent: Date) {
        let new = runs.filter { run in
            guard !known.contains(run.id) else { return false }
            return (run.createdAt ?? run.startTime)?.date.map { $0.timeIntervalSince(sent) > -Self.tolerance } ?? true
        }
        self =
            new.isEmpty
            ? .nothing : .runs(new.map { StartedRun(id: $0.id, type: $0.type, start: ($0.startTime ?? $0.createdAt)?.date) })
    }

    /// Compares the status of the target with the one that the action was to bring about.
    package init(_ kind: Action.Kind, seeing sighting: Sighting) {
        self =
            switch sighting {
            case .unknown: .unseen
            case .gone where kind.isDone(seeing: sighting): .status("")
            case .gone, .job, .run: kind.isDone(seeing: sighting) ? .status(sighting.word ?? "") : .nothing
            }
    }

    /// Whether it answers the question, so that nobody needs to look any longer.
    package var isConclusive: Bool {
        switch self {
        case .unseen, .nothing: false
        case .status: true
        case .runs(let runs): runs.contains(where: \.mayBeOwn)
        }
    }
}
