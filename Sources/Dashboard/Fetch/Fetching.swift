import Intuned

/// The fetches of results: of one run at once, of marked runs one after the other.
extension State {
    /// The marked runs among those of the page, in the order in which they were marked.
    ///
    /// Those that the filter hides are not among them: nobody sees what would be done to them.
    var marked: [RunKey] {
        guard case .runs(let page) = page else { return [] }
        let ofJob = marks.filter { $0.job == page.job }
        guard !ofJob.isEmpty, !page.filter.isEmpty else { return ofJob }
        let shown = Set(page.shown.ids)
        return ofJob.filter { shown.contains($0.run) }
    }

    /// How many marked runs of the page the filter hides.
    var hiddenMarks: Int {
        guard case .runs(let page) = page else { return 0 }
        return marks.count { $0.job == page.job } - marked.count
    }

    /// Marks the selected run for a fetch of several, or takes its mark away, and goes on to the next.
    mutating func toggleMark() {
        guard case .runs = page, let key = page.content.runKey(in: self) else { return }
        if let index = marks.firstIndex(of: key) { marks.remove(at: index) } else { marks.append(key) }
        changePage { $0.move(.down, in: $1) }
    }

    /// Takes the marks of the page away.
    mutating func unmark() {
        let marked = marked
        marks.removeAll(where: marked.contains)
    }

    /// Begins with the marked runs, or with the one that the page is about.
    mutating func fetch() -> [Effect] {
        guard marked.isEmpty else { return fetchMarked() }
        guard let key = page.content.runKey(in: self), fetches[key]?.isUnderWay != true || fetches[key] == .waiting else {
            return []
        }
        guard mayHaveResults(key) else {
            say(Wording.nothingToFetch(records.run(key), isAwaited: awaitsResults(of: key)), .warning)
            return []
        }
        return [begin(FetchOrder(key, folder: settings.resultsFolder))]
    }

    /// Begins to replace a file, unless the run's results are being fetched again meanwhile.
    mutating func replace(_ order: FetchOrder) -> [Effect] {
        if case .underWay = fetches[order.key] { return [] }
        return [begin(order)]
    }

    /// Begins to bring a run's results into a file.
    mutating func begin(_ order: FetchOrder) -> Effect {
        queue.remove(order.key)
        noteRequest(for: order.key)
        fetches[order.key] = .underWay(nil)
        return .fetch(.begin(order))
    }

    /// Counts a request that a fetch makes of the platform for its run: the first one, and one for each renewed link.
    mutating func noteRequest(for key: RunKey) {
        let now = now
        changeProfile(key.profile) { $0.polling.noteFetch(of: key, at: now) }
    }

    /// Those that cannot have results yet keep their marks.
    private mutating func fetchMarked() -> [Effect] {
        let ready = marked.filter { fetches[$0]?.isUnderWay != true && mayHaveResults($0) }
        let left = marked.count { !mayHaveResults($0) }
        marks.removeAll(where: Set(marked.filter(mayHaveResults)).contains)
        queue.add(ready)
        for key in ready { fetches[key] = .waiting }
        if left > 0 { say(Wording.notReady(left), .warning) }
        return []
    }

    /// The order for the next of the marked runs, if its turn has come and the allowance of requests has room for it.
    mutating func nextFetch() -> [Effect] {
        guard let key = queue.next, profile(key.profile)?.polling.allowsFetch(of: key, at: now) == true else { return [] }
        queue.begin()
        return [begin(FetchOrder(key, folder: settings.resultsFolder))]
    }

    /// Stops the fetch of the run that the page is about.
    mutating func cancelFetch() -> [Effect] {
        guard isFetching, let key = page.content.runKey(in: self) else { return [] }
        guard fetches[key] == .waiting else { return [.fetch(.stop(key))] }
        queue.remove(key)
        fetches[key] = nil
        return []
    }

    /// Takes in how far a fetch is, unless it has ended.
    mutating func hear(_ progress: FetchProgress, of key: RunKey) {
        guard case .underWay(let before) = fetches[key] else { return }
        var progress = progress
        // A word without a byte does not break the silence.
        progress.heard = before?.received == progress.received ? before?.heard : now
        fetches[key] = .underWay(progress)
    }

    mutating func endFetch(of key: RunKey, _ result: Result<FetchedFile, FetchFailure>) {
        let isQueued = queue.current == key
        switch result {
        case .success(let file):
            fetches[key] = .done(file)
            say(Wording.fetched(file), .good)
        case .failure(.fileExists(let path)) where !isQueued:
            fetches[key] = nil
            ask(.overwrite(FetchOrder(key, folder: settings.resultsFolder, replaces: true), path: path))
        case .failure(let failure):
            fetches[key] = .failed(failure)
            say(Wording.sentence(failure), failure == .cancelled ? .plain : .bad)
        }
        if isQueued { endTurn(result) }
    }

    /// Goes on with the queue, or gives it up where every other fetch would fail as this one did: its runs are marked again.
    private mutating func endTurn(_ result: Result<FetchedFile, FetchFailure>) {
        let left = queue.end(result)
        for key in left.dropFirst() { fetches[key] = nil }
        marks += left.filter { !marks.contains($0) }
        if case .failure(let failure) = result, left.count > 1 {
            say(Wording.sentence(failure) + " " + Wording.markedAgain(left.count), .bad)
        } else if let summary = queue.summary {
            say(summary, queue.isTroubled ? .warning : .good)
        }
    }

    /// Whether bytes of the run that the page is about may still come.
    var isFetching: Bool { page.content.runKey(in: self).flatMap { fetches[$0] }?.isUnderWay ?? false }

    /// Whether `f` would do something.
    var canFetch: Bool {
        guard marked.isEmpty else { return true }
        guard let key = page.content.runKey(in: self), mayHaveResults(key) else { return false }
        return fetches[key]?.isUnderWay != true || fetches[key] == .waiting
    }

    /// Whether a run may have results: a list does not say, a run that is answered does.
    private func mayHaveResults(_ key: RunKey) -> Bool {
        let records = profile(key.profile)?.records
        if let detail = records?.details[key] { return detail.results != nil }
        guard let run = records?.run(key) else { return marks.contains(key) }
        return !run.isActive
    }
}

extension Fetch {
    /// Whether bytes may still come.
    package var isUnderWay: Bool {
        switch self {
        case .waiting, .underWay: true
        case .done, .failed: false
        }
    }
}
