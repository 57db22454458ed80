import Insight
import Intuned
import ResultsFile

/// Handles commands for the run of a page.
extension State {
    /// Whether a command would do something now.
    func isAvailable(_ command: RunCommand) -> Bool {
        switch command {
        case .readResults: page.content.runKey(in: self).map(hasReadableResults) ?? false
        case .configuration, .difference: configuredRun != nil
        case .older, .newer: page.kind == .run
        case .fetch: canFetch
        case .cancelFetch: isFetching
        case .mark: page.content.runKey(in: self) != nil
        case .showSecrets: hasSecrets
        }
    }

    mutating func perform(_ command: RunCommand) -> [Effect] {
        switch command {
        case .readResults:
            if case .run(let page) = page, let cause = page.selectedCause(in: self) { return openCause(cause.id, of: page.key) }
            if let key = page.content.runKey(in: self) { return openResults(of: key) }
        case .configuration: if let key = configuredRun { push(.configuration(ConfigurationPage(key: key))) }
        case .difference: if let key = page.content.runKey(in: self) { push(.difference(DifferencePage(key: key, basis: basis))) }
        case .older: step(by: 1)
        case .newer: step(by: -1)
        case .fetch: return fetch()
        case .cancelFetch: return cancelFetch()
        case .mark: toggleMark()
        case .showSecrets: toggleSecrets()
        }
        return []
    }

    private mutating func toggleSecrets() {
        guard hasSecrets, let key = page.content.runKey(in: self) else { return }
        if revealed == key { revealed = nil } else { ask(.showSecrets(key)) }
    }

    /// Where a job fails since a change, its previous run has the new configuration too.
    private var basis: DifferencePage.Basis {
        if case .failingSinceChange? = page.content.problem(in: self)?.first.kind { .lastGood } else { .previous }
    }

    /// Shows another run of the job in the place of this one; the list below follows.
    private mutating func step(by places: Int) {
        guard case .run(let shown) = page else { return }
        let runs = records.listings[shown.key.job]?.runs ?? []
        let place = runs.firstIndex { $0.id == shown.key.run }.map { $0 + places }
        guard let place, runs.indices.contains(place) else {
            return say(places > 0 ? Wording.noOlderRun : Wording.noNewerRun, .plain)
        }
        let key = RunKey(profile: shown.key.profile, job: shown.key.job, run: runs[place].id)
        stack[stack.count - 1] = .run(RunPage(key: key))
        if stack.count > 1, case .runs(var list) = stack[stack.count - 2], list.job == key.job {
            list.select(key.run, in: self)
            stack[stack.count - 2] = .runs(list)
        }
    }

    /// The page's run, if its configuration is known.
    private var configuredRun: RunKey? {
        guard let key = page.content.runKey(in: self) else { return nil }
        return records.run(key)?.snapshot == nil ? nil : key
    }

    private var hasSecrets: Bool {
        guard case .configuration(let page) = page else { return false }
        return page.shown.holdSecrets
    }
}
