/// The queue of marked runs, which are fetched one after another.
struct FetchQueue: Equatable {
    /// The run that is being fetched.
    private(set) var current: RunKey?
    /// The runs that wait, in order.
    private(set) var waiting: [RunKey] = []
    private var fetched = 0
    private var there = 0
    private var failed = 0

    /// Appends runs, each once.
    mutating func add(_ keys: [RunKey]) {
        if current == nil, waiting.isEmpty { self = FetchQueue() }
        waiting += keys.filter { !waiting.contains($0) && $0 != current }
    }

    /// Removes a waiting run.
    mutating func remove(_ key: RunKey) { waiting.removeAll { $0 == key } }

    /// The run to fetch next; nil while another fetch from the queue is running.
    var next: RunKey? { current == nil ? waiting.first : nil }

    /// Makes the next run the current one.
    mutating func begin() { current = waiting.removeFirst() }

    /// Records how the fetch of the current run ended.
    ///
    /// - Returns: the runs that are given up, the current one first, if each of them would fail in the same way.
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

    /// The outcome of the whole queue, once its last fetch has ended.
    var summary: String? {
        guard current == nil, waiting.isEmpty, fetched + there + failed > 1 else { return nil }
        return Wording.queueSummary(fetched: fetched, existing: there, failed: failed)
    }

    /// Whether a fetch failed or found an existing file.
    var isTroubled: Bool { failed + there > 0 }
}
