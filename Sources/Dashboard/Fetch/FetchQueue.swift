/// The marked runs whose results are fetched one after the other.
struct FetchQueue: Equatable {
    /// The run whose turn it is.
    private(set) var current: RunKey?
    /// Those that come after it, in order.
    private(set) var waiting: [RunKey] = []
    private var fetched = 0
    private var there = 0
    private var failed = 0

    /// Puts runs at the end, each once.
    mutating func add(_ keys: [RunKey]) {
        if current == nil, waiting.isEmpty { self = FetchQueue() }
        waiting += keys.filter { !waiting.contains($0) && $0 != current }
    }

    /// Takes a run out that waits.
    mutating func remove(_ key: RunKey) { waiting.removeAll { $0 == key } }

    /// The run whose turn comes now; nil while another one's has not ended.
    var next: RunKey? { current == nil ? waiting.first : nil }

    /// Begins the turn of the next one.
    mutating func begin() { current = waiting.removeFirst() }

    /// Notes how the turn of the current run ended.
    ///
    /// - Returns: the runs that are not tried any more, that one first, when what went wrong would go wrong with each of them.
    mutating func end(_ result: Result<FetchedFile, FetchFailure>) -> [RunKey] {
        guard let current else { return [] }
        self.current = nil
        switch result {
        case .success: fetched += 1
        case .failure(.fileExists): there += 1
        case .failure(.cancelled): break
        case .failure(let failure) where failure.concernsEveryRun:
            let given = waiting.filter { failure.concernsEveryProfile || $0.profile == current.profile }
            waiting.removeAll(where: Set(given).contains)
            return [current] + given
        case .failure: failed += 1
        }
        return []
    }

    /// What came of all of them, once the last one's turn has ended.
    var summary: String? {
        guard current == nil, waiting.isEmpty, fetched + there + failed > 1 else { return nil }
        return Wording.queueSummary(fetched: fetched, existing: there, failed: failed)
    }

    /// Whether something went otherwise than hoped for.
    var isTroubled: Bool { failed + there > 0 }
}
