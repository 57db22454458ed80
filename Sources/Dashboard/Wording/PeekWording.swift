import Intuned

/// Why items of a run failed, and why that is not known yet, in words.
extension Wording {
    /// How many causes failed items have.
    static func causes(_ causes: Causes) -> String {
        "\(count(causes.count, "cause")) in \(count(causes.failed, "failed item"))"
    }

    /// How many causes the previous run did not have.
    static func newCauses(_ new: Int) -> String { "\(number(new)) not in the previous run" }

    /// Where the first item of a cause is, and the code of its error.
    static func firstItem(_ row: Int, code: String?) -> String {
        "First item, row \(number(row + 1))\(code.map { ", \($0)" } ?? ""): "
    }

    /// Why the causes of a run are not shown.
    static func withoutCauses(_ key: RunKey, _ run: JobRun, in state: State) -> String {
        let fact = "\(count(run.failedRuns ?? 0, "item")) failed."
        if state.reading?.id.key == key, state.causes(of: key) == nil, case .begun? = state.peekState(of: key) {
            return "\(fact) Reading the results\(inSize(key, state)) to see why."
        }
        guard let detail = state.records.details[key] else { return fact }
        guard detail.results != nil else {
            return "\(fact) \(nothingToFetch(run, isAwaited: state.awaitsResults(of: key)))"
        }
        if case .waiting? = state.fetches[key] { return "\(fact) The causes appear here after the fetch." }
        if case .underWay? = state.fetches[key] { return "\(fact) The causes appear here after the fetch." }
        if state.causes(of: key) != nil { return "The results have no failed item." }
        guard state.showsCauses(of: key) else {
            return state.settings.peeks ? "\(fact) Open the run to see why." : "\(fact) \(unread(key, in: state))"
        }
        switch state.peekState(of: key) {
        case .renewing: return "\(fact) The link has expired. Asking for another link."
        case .failed(let failure): return "\(fact) \(sentence(failure))"
        case .untried, .begun, .renewed, nil: return "\(fact) \(unread(key, in: state))"
        }
    }

    /// Why results were not read into memory, and what to do.
    static func sentence(_ failure: PeekFailure) -> String {
        switch failure {
        case .expired(let status, let code), .refused(let status, let code): refusal(status, code)
        case .redirected(let status, let problem): sentence(problem, status: status)
        case .transport(.invalidURL): "The platform's link to the results is not valid."
        case .transport(let error): "\(sentence(error, host: "the store")) Press r to try again."
        case .tooLarge(let limit): "The store sent more than \(size(Double(limit))). Press f to fetch the results."
        case .wrongLength(let received, let promised):
            "Received \(number(received)) bytes, expected \(number(promised)). Press r to try again."
        case .notRead(let error): sentence(error)
        case .withoutItems: "The results are not a list of items."
        }
    }

    private static func inSize(_ key: RunKey, _ state: State) -> String {
        state.resultsSize(of: key).map { " (\(size(Double($0))))" } ?? ""
    }

    /// What to do to read results that are not read by themselves.
    private static func unread(_ key: RunKey, in state: State) -> String {
        if case .done? = state.fetches[key] { return "Press Enter to see why." }
        guard state.settings.peeks, let size = state.resultsSize(of: key) else {
            return "Press f to fetch the results and see why."
        }
        return "The results have \(Self.size(Double(size))). Press f to fetch them and see why."
    }
}
