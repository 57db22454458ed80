package import FoundationEssentials
package import Intuned

/// Follows one run from answer to answer and says what changed since it was last told.
package struct RunWatch: Hashable, Sendable {
    /// What was last told of a run: from here on, only changes are told.
    package struct Told: Codable, Hashable, Sendable {
        /// The state of the run.
        package var state: RunState
        /// The names of the kinds of the verdicts on it, sorted.
        package var verdicts: [String]

        /// Creates what was told.
        package init(state: RunState, verdicts: [String] = []) {
            (self.state, self.verdicts) = (state, verdicts)
        }
    }

    /// What was last told; nil if nothing was.
    package private(set) var told: Told?
    /// The run as the latest answer has it.
    package private(set) var run: JobRun?
    /// What is wrong with the run, worst first.
    package private(set) var verdicts: [Verdict] = []

    private let job: String
    private let earlier: [JobRun]
    private var observations = Observations()

    /// Creates a watch.
    ///
    /// - Parameters:
    ///   - earlier: other runs of the job, newest first, for what is usual.
    ///   - told: what an earlier watch has told.
    package init(job: String, earlier: [JobRun] = [], told: Told? = nil) {
        (self.job, self.earlier, self.told) = (job, earlier, told)
    }

    /// Whether no count of the run has moved for too long.
    package var isStuck: Bool {
        verdicts.contains { if case .stuck = $0.kind { true } else { false } }
    }

    /// Takes an answer, and returns what changed since the run was last told; nil if nothing was ever told of it.
    ///
    /// - Parameter time: when the platform answered, by its own clock.
    package mutating func take(_ run: JobRun, at time: Date) -> [RunChange]? {
        if let known = self.run?.updatedAt?.date, let updated = run.updatedAt?.date, updated < known {
            return told.map { _ in [] }
        }
        self.run = run
        observations.note(run, at: time)
        let facts = JobFacts(
            job: JobListItem(id: job, state: .known(.active)), runs: [run] + older(than: run), known: time)
        // What an ended run is judged by is told with its end.
        verdicts = Judge().verdicts(on: facts, observations).filter { $0.run == run.id && (run.isActive || !$0.kind.isOutcome) }
        guard let told else { return nil }
        let names = Set(verdicts.map(\.kind.name))
        let over = run.isActive ? told.verdicts.filter { !names.contains($0) } : []
        return RunChange.between(told.state, RunState(run))
            + over.map { .verdictOver($0) }
            + verdicts.filter { !told.verdicts.contains($0.kind.name) }.map { .verdict($0) }
    }

    /// The runs before it that are over: what was active in an earlier answer may be over by now.
    private func older(than run: JobRun) -> [JobRun] {
        let place = earlier.firstIndex { $0.id == run.id }
        return earlier[(place.map { $0 + 1 } ?? 0)...].filter { !$0.isActive }
    }

    /// Notes that the present state of the run was told.
    package mutating func tell() {
        guard let run else { return }
        told = Told(state: RunState(run), verdicts: Set(verdicts.map(\.kind.name)).sorted())
    }
}

extension Verdict.Kind {
    /// Whether it repeats the outcome of a run, which its status says.
    fileprivate var isOutcome: Bool {
        switch self {
        case .failed, .failingSinceChange, .didNotStart: true
        case .waitsForPerson, .moreFailures, .succeededWithNothing, .farFewerItems, .slow, .stuck, .pausedForLong, .missed,
            .late, .overdue, .overlaps, .flapping, .unreadable:
            false
        }
    }
}
