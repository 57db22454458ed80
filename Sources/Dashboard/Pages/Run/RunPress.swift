import Intuned

/// Handles commands for the run of a page.
extension State {
    /// Whether a command would do something now.
    func isAvailable(_ command: RunCommand) -> Bool {
        switch command {
        case .readResults: page.content.runKey(in: self).map(hasReadableResults) ?? false
        case .configuration: configuredRun != nil
        case .fetch: canFetch
        case .cancelFetch: isFetching
        case .mark: page.content.runKey(in: self) != nil
        case .showSecrets: hasSecrets
        }
    }

    mutating func perform(_ command: RunCommand) -> [Effect] {
        switch command {
        case .readResults: if let key = page.content.runKey(in: self) { return openResults(of: key) }
        case .configuration: if let key = configuredRun { push(.configuration(ConfigurationPage(key: key))) }
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
