import Intuned
import ResultsFile

/// Reads the results of the failed run whose page is open, to show the causes there.
extension State {
    /// Whether the results of a run may say why its items failed: the run is over, and items failed.
    func hasCauses(_ key: RunKey) -> Bool {
        guard let run = records.run(key) else { return false }
        return !run.isActive && run.failedRuns ?? 0 > 0
    }

    /// Whether a page of the stack shows the causes of a run from its open results: only the uppermost page of a run does.
    func showsCauses(of key: RunKey) -> Bool {
        guard settings.peeks, hasCauses(key), case .run(let page)? = stack.last(where: { $0.kind == .run }) else { return false }
        return page.key == key
    }

    /// The known causes of a run: from its open results, or from those that were read before.
    package func causes(of key: RunKey) -> Causes? {
        if let known = causesRead[key] { return known }
        guard let reading, reading.id.key == key, reading.isOpen, !reading.snapshot.groups.isEmpty else { return nil }
        return Causes(reading.snapshot)
    }

    /// The causes of the previous run; nil if they are not known.
    func signatures(before key: RunKey) -> Set<FailureSignature>? {
        if let reading, reading.id.key == key, let previous = reading.previous { return previous.signatures }
        guard let before = runBefore(key) else { return nil }
        if let known = causesRead[before] { return known.signatures }
        guard let run = records.run(before), !run.isActive, run.failedRuns == 0 else { return nil }
        return []
    }

    /// The order to read the results of the run whose page is on top, once.
    mutating func peek() -> [Effect] {
        guard case .run(let page) = page, showsCauses(of: page.key), causesRead[page.key] == nil else { return [] }
        let isRenewed: Bool
        switch page.peek {
        case .untried: isRenewed = false
        // Another page took the reader away.
        case .begun(let wasRenewed): isRenewed = wasRenewed
        case .renewed: isRenewed = true
        case .renewing, .failed: return []
        }
        guard let place = placeOfCauses(page.key) else { return [] }
        return beginPeek(at: place, of: page.key, isRenewed: isRenewed)
    }

    /// Shows the items of one cause, as soon as the results are open.
    mutating func openCause(_ group: Int, of key: RunKey) -> [Effect] {
        if let reading, reading.id.key == key {
            if reading.isSound { push(.items(ItemsPage(key: key, group: group))) } else { self.reading?.awaitedGroup = group }
            return []
        }
        guard let place = placeOfCauses(key) else { return [] }
        let orders = beginPeek(at: place, of: key, isRenewed: false)
        reading?.awaitedGroup = group
        return orders
    }

    /// Ends a peek that brought nothing; asks the platform for another link if the first one was refused.
    mutating func endPeek(_ failure: PeekFailure) -> [Effect] {
        guard let id = reading?.id else { return [] }
        changeRunPage(of: id.key) { page in
            switch (failure, page.peek) {
            case (.expired, .begun(isRenewed: false)): page.peek = .renewing
            default: page.peek = .failed(failure)
            }
        }
        if peekState(of: id.key) == .renewing { changeProfile(id.key.profile) { $0.polling.force([.run(id.key)]) } }
        return closeReading()
    }

    /// Notes that the platform has answered with another link.
    mutating func noteLink(of key: RunKey) {
        changeRunPage(of: key) { if $0.peek == .renewing { $0.peek = .renewed } }
    }

    /// Lets the page of a run try again what failed.
    mutating func forgetFailedPeek(of key: RunKey) {
        changeRunPage(of: key) { if case .failed = $0.peek { $0.peek = .untried } }
    }

    /// Remembers why items failed, once the whole file is read; a page that peeked learns if there is nothing to understand.
    mutating func rememberCauses() {
        guard let reading, reading.snapshot.phase.isFinal, !reading.isGrowing, !reading.isCutOff else { return }
        let key = reading.id.key
        switch reading.snapshot.phase {
        case .complete where reading.snapshot.shape?.hasRows == true: causesRead.keep(Causes(reading.snapshot), of: key)
        case .complete: if reading.isPeek { changeRunPage(of: key) { $0.peek = .failed(.withoutItems) } }
        case .failed(let error): if reading.isPeek { changeRunPage(of: key) { $0.peek = .failed(.notRead(error)) } }
        case .waiting, .indexing, .canceled: break
        }
    }

    /// How far the uppermost page of a run has come with its peek.
    func peekState(of key: RunKey) -> Peek? {
        stack.lazy.reversed().compactMap { page in
            if case .run(let page) = page, page.key == key { page.peek } else { nil }
        }.first
    }

    /// The size of a run's results in bytes, as the platform reports it.
    func resultsSize(of key: RunKey) -> Int64? {
        records.details[key]?.results?.size.flatMap { Int64(exactly: $0.rounded()) }
    }

    /// Where the results of a run can be read without a question: in a fetched file, or in the store if they are small.
    private func placeOfCauses(_ key: RunKey) -> ResultsPlace? {
        let results = records.details[key]?.results
        switch fetches[key] {
        case .done(let file): return ResultsPlace(path: file.path, format: results?.format)
        case .waiting, .underWay: return nil
        case .failed, nil:
            guard let results, let size = resultsSize(of: key), (0...Int64(PeekLimit.bytes)).contains(size) else { return nil }
            return ResultsPlace(format: results.format, link: results)
        }
    }

    private mutating func beginPeek(at place: ResultsPlace, of key: RunKey, isRenewed: Bool) -> [Effect] {
        let orders = open(place, of: key)
        reading?.isPeek = true
        changeRunPage(of: key) { $0.peek = .begun(isRenewed: isRenewed) }
        return orders
    }

    private mutating func changeRunPage(of key: RunKey, _ change: (inout RunPage) -> Void) {
        for index in stack.indices {
            guard case .run(var page) = stack[index], page.key == key else { continue }
            change(&page)
            stack[index] = .run(page)
        }
    }
}
