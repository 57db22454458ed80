package import FoundationEssentials
package import Insight
package import Query

/// A problem with what its fields depend on.
package struct ListedProblem {
    /// The problem.
    package var problem: Problem
    /// Now, by the platform's clock.
    package var now: Date
    /// Whether the user has acknowledged it.
    package var isAcknowledged: Bool

    /// Combines a problem with the time.
    package init(problem: Problem, now: Date, isAcknowledged: Bool = false) {
        (self.problem, self.now, self.isAcknowledged) = (problem, now, isAcknowledged)
    }

    /// The texts that words of a filter look into.
    package var searchable: [String] {
        problem.jobs + [Wording.title(of: problem)] + problem.verdicts.map { Wording.evidence($0) }
    }
}

/// The fields of problems, for filters and for the order.
package enum ProblemFields {
    /// All fields, each with how a problem holds it.
    package static let all: [QueryField<ListedProblem>] = [
        QueryField("problem", .text) { .texts([Wording.title(of: $0.problem), $0.problem.first.kind.name]) },
        QueryField("job", .text) { .texts($0.problem.jobs) },
        QueryField("severity", .text) { .texts([Wording.word($0.problem.severity)]) },
        QueryField("since", .duration) { row in .amount(row.problem.since.map { row.now.timeIntervalSince($0) }) },
        QueryField("started", .time) { .at($0.problem.since) },
        QueryField("is", .text) { row in
            .texts([row.isAcknowledged ? "acknowledged" : "open"] + (row.problem.isNew ? ["new"] : []))
        },
    ]

    /// Their names.
    package static let names = FieldNames(of: all)
}

/// The problems of the page that pass its filter, in their order.
struct ShownProblems: Hashable, Sendable {
    private(set) var rows: [Problem] = []

    /// All problems; what was acknowledged comes last.
    static func listed(in state: State) -> [ListedProblem] {
        state.judgements.problems.map { ListedProblem(problem: $0, now: state.serverNow, isAcknowledged: false) }
            + state.judgements.acknowledged.map { ListedProblem(problem: $0, now: state.serverNow, isAcknowledged: true) }
    }

    mutating func follow(_ filter: Filter, in state: State) {
        let query = filter.query(ProblemFields.names)
        let order = state.order(of: .problems)
        let unknown = state.judgements.problems
        let known = state.judgements.acknowledged
        guard !query.isEmpty || !order.isStandard else {
            rows = unknown + known
            return
        }
        let all = Self.listed(in: state)
        let matcher = QueryMatcher(query, ProblemFields.all, in: state.surroundings) { $0.searchable }
        rows = order.sorted(all.filter(matcher.matches), ProblemFields.all).map(\.problem)
    }
}
