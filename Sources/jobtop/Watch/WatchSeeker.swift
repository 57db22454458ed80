import Insight
import Intuned

/// Finds the run that a watch is for among the newest runs of its job.
enum WatchSeeker {
    /// The newest runs that are looked at.
    static let runs = Usual.most + 10

    /// What was found.
    enum Finding: Hashable {
        case run(JobRun)
        /// The run has an id that is not among the newest: it must be asked for.
        case ask(id: String)
        /// Several runs have this beginning.
        case ambiguous([String])
        case none
    }

    /// Looks for a run.
    ///
    /// - Parameters:
    ///   - runs: newest first.
    ///   - after: the newest run when the wait for the next one started; empty if there was none.
    static func find(_ reference: RunReference, in runs: [JobRun], after: String) -> Finding {
        switch reference {
        case .latest: return runs.first.map { .run($0) } ?? .none
        case .lastGood: return runs.first(where: \.endedWell).map { .run($0) } ?? .none
        case .next: return runs.prefix { $0.id != after }.last.map { .run($0) } ?? .none
        case .id(let text):
            let found = runs.filter { $0.id.hasPrefix(text) }
            if let exact = found.first(where: { $0.id == text }) { return .run(exact) }
            guard let only = found.first else { return .ask(id: text) }
            return found.count == 1 ? .run(only) : .ambiguous(found.map(\.id))
        }
    }
}
