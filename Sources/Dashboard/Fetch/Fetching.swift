import Intuned

/// Starts, follows and stops fetches: of one run at once, of marked runs one after another.
extension State {
    /// The marked runs of the page, in the order in which they were marked.
    ///
    /// Runs that the filter hides are left out: the user would not see what happens to them.
    var marked: [RunKey] {
        guard case .runs(let page) = page else { return [] }
        let ofJob = marks.filter { $0.job == page.job }
        guard !ofJob.isEmpty, !page.filter.isEmpty else { return ofJob }
        let shown = Set(page.shown.ids)
        return ofJob.filter { shown.contains($0.run) }
    }

    /// The number of marked runs of the page that the filter hides.
    var hiddenMarks: Int {
        guard case .runs(let page) = page else { return 0 }
        return marks.count { $0.job == page.job } - marked.count
    }

    /// Marks or unmarks the selected run and moves to the next row.
    mutating func toggleMark() {
        guard case .runs = page, let key = page.content.runKey(in: self) else { return }
        if let index = marks.firstIndex(of: key) { marks.remove(at: index) } else { marks.append(key) }
        changePage { $0.move(.down, in: $1) }
    }

    /// Unmarks the marked runs or jobs of the page.
    mutating func unmark() {
        let marked = marked
        marks.removeAll(where: marked.contains)
        let jobs = markedJobs
        jobMarks.removeAll(where: jobs.contains)
    }

    /// Fetches the marked runs, or else the run of the page.
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

    /// Starts a fetch that replaces a file, unless another fetch of the run is running by now.
    mutating func replace(_ order: FetchOrder) -> [Effect] {
        if case .underWay = fetches[order.key] { return [] }
        return [begin(order)]
    }

    /// Starts the fetch of a run's results.
    mutating func begin(_ order: FetchOrder) -> Effect {
        queue.remove(order.key)
        noteRequest(for: order.key)
        fetches[order.key] = .underWay(nil)
        return .fetch(.begin(order))
    }

    /// Counts a request that a fetch sends for its run: the first one, and one for each renewed link.
    mutating func noteRequest(for key: RunKey) {
        let now = now
        changeProfile(key.profile) { $0.polling.noteFetch(of: key, at: now) }
    }

    /// Queues the marked runs; runs that cannot have results yet keep their marks.
    private mutating func fetchMarked() -> [Effect] {
        let ready = marked.filter { fetches[$0]?.isUnderWay != true && mayHaveResults($0) }
        let left = marked.count { !mayHaveResults($0) }
        marks.removeAll(where: Set(marked.filter(mayHaveResults)).contains)
        queue.add(ready)
        for key in ready { fetches[key] = .waiting }
        if left > 0 { say(Wording.notReady(left), .warning) }
        return []
    }

    /// The order for the next run of the queue, if no fetch of the queue is running and the budget has room.
    mutating func nextFetch() -> [Effect] {
        guard let key = queue.next, profile(key.profile)?.polling.allowsFetch(of: key, at: now) == true else { return [] }
        queue.begin()
        return [begin(FetchOrder(key, folder: settings.resultsFolder))]
    }

    /// Stops the fetch of the page's run.
    mutating func cancelFetch() -> [Effect] {
        guard isFetching, let key = page.content.runKey(in: self) else { return [] }
        guard fetches[key] == .waiting else { return [.fetch(.stop(key))] }
        queue.remove(key)
        fetches[key] = nil
        return []
    }

    /// Records the progress of a fetch, unless the fetch has ended.
    mutating func hear(_ progress: FetchProgress, of key: RunKey) {
        guard case .underWay(let before) = fetches[key] else { return }
        var progress = progress
        // A report without new bytes does not count as activity.
        progress.heard = before?.received == progress.received ? before?.heard : now
        fetches[key] = .underWay(progress)
    }

    mutating func endFetch(of key: RunKey, _ result: Result<FetchedFile, FetchFailure>) {
        let isQueued = queue.current == key
        switch result {
        case .success(let file):
            fetches[key] = .done(file)
            forgetFailedPeek(of: key)
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

    /// Continues with the queue; if every other fetch would fail in the same way, gives the queue up and marks its runs again.
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

    /// Whether the page's run is waiting for its fetch or being fetched.
    var isFetching: Bool { page.content.runKey(in: self).flatMap { fetches[$0] }?.isUnderWay ?? false }

    /// Whether `f` would do something.
    var canFetch: Bool {
        guard marked.isEmpty else { return true }
        guard let key = page.content.runKey(in: self), mayHaveResults(key) else { return false }
        return fetches[key]?.isUnderWay != true || fetches[key] == .waiting
    }

    /// Whether a run may have results: the list of runs does not say; the answer for the run does.
    private func mayHaveResults(_ key: RunKey) -> Bool {
        let records = profile(key.profile)?.records
        if let detail = records?.details[key] { return detail.results != nil }
        guard let run = records?.run(key) else { return marks.contains(key) }
        return !run.isActive
    }
}

extension Fetch {
    /// Whether the fetch is waiting or running.
    package var isUnderWay: Bool {
        switch self {
        case .waiting, .underWay: true
        case .done, .failed: false
        }
    }
}
