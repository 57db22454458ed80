import Intuned
import TextScreen

/// What keys do: to a question first, then to the filter that is being typed, then by the key table.
extension State {
    mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        if key == .control("z") { return [.suspend] }
        if key == .control("l") { return [.redraw] }
        if let question { return now.uptime < question.opens ? [] : answer(question, with: key) }
        if isTypingFilter {
            type(key)
            return []
        }
        guard let binding = Binding.binding(of: key, on: page.kind) else { return [] }
        return perform(binding.command)
    }

    /// A text is for the filter that is being typed, and answers no question; control characters are nothing to look for.
    mutating func paste(_ text: String) {
        guard question == nil else { return }
        guard isTypingFilter, page.filter != nil else {
            return say("Pasted text does nothing here: only a filter or a search that is being typed takes it.", .plain)
        }
        notice = nil
        let shown = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        stack[stack.count - 1].filter?.text.unicodeScalars.append(contentsOf: shown)
    }

    private mutating func answer(_ question: Question, with key: Key) -> [Effect] {
        switch key {
        case .character("y"), .character("Y"):
            closeQuestion()
            return carryOut(question.deed)
        case .character("n"), .character("N"), .character("q"), .escape:
            closeQuestion()
            return []
        default:
            return []
        }
    }

    private mutating func carryOut(_ deed: Question.Deed) -> [Effect] {
        switch deed {
        case .showSecrets(let key):
            revealed = key
            return []
        case .overwrite(let order, _): return replace(order)
        case .overwriteExport(let id, let order): return reading?.id == id ? begin(order) : []
        case .quit:
            return [.quit]
        }
    }

    private mutating func type(_ key: Key) {
        guard var filter = page.filter else { return isTypingFilter = false }
        switch key {
        case .character(let character): filter.text.append(character)
        case .backspace: if filter.text.popLast() == nil { isTypingFilter = false }
        case .control("u"): filter.text = ""
        case .enter: isTypingFilter = false
        case .escape:
            filter.text = ""
            isTypingFilter = false
        case .up, .down: move(key == .up ? .up : .down)
        default: return
        }
        stack[stack.count - 1].filter = filter
    }

    /// Whether a command would do something now; the footer names no other.
    package func isAvailable(_ command: Command) -> Bool {
        switch command {
        case .open: canOpen
        case .results(let command): isAvailable(command)
        case .back: stack.count > 1 || page.filter?.text.isEmpty == false || !marked.isEmpty
        case .configuration: configuredRun != nil
        case .fetch: canFetch
        case .cancelFetch: isFetching
        case .webPage: webAddress != nil
        case .copy: canCopy
        case .showSecrets: hasSecrets
        case .mark: page.runKey(in: self) != nil
        case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextPane, .previousPane, .refresh, .togglePolling,
            .slower, .faster, .toggleTime, .filter, .help, .redraw, .suspend, .quit:
            true
        }
    }

    private mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextPane, .previousPane: move(command)
        case .open: return open()
        case .results(let command): return perform(command)
        case .back: back()
        case .refresh: refresh()
        case .togglePolling: polling.isPaused.toggle()
        case .slower: changeInterval(by: 1)
        case .faster: changeInterval(by: -1)
        case .toggleTime: showsTimeOfDay.toggle()
        case .filter: isTypingFilter = page.filter != nil
        case .configuration: if let key = configuredRun { push(.configuration(ConfigurationPage(key: key))) }
        case .fetch: return fetch()
        case .cancelFetch: return cancelFetch()
        case .mark: toggleMark()
        case .webPage: if let address = webAddress { say(Wording.webAddress(address, isDemo: settings.isDemo), .plain) }
        case .copy: return copy()
        case .showSecrets: toggleSecrets()
        case .help: push(.help(HelpPage(about: page.kind)))
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return quit()
        }
        return []
    }

    mutating func move(_ command: Command) {
        var page = page
        page.move(command, in: self)
        stack[stack.count - 1] = page
    }

    mutating func push(_ page: Page) {
        stack.append(page)
    }

    private mutating func open() -> [Effect] {
        switch page {
        case .configuration, .item, .bytes: move(.open)
        case .run(let page): return openResults(of: page.key)
        case .jobs, .runs, .items, .groups, .help: if let next = page.opened(in: self) { push(next) }
        }
        return []
    }

    private var canOpen: Bool {
        switch page {
        case .configuration, .item, .bytes: true
        case .run(let page): hasReadableResults(page.key)
        case .jobs, .runs, .items, .groups, .help: page.opened(in: self) != nil
        }
    }

    private mutating func back() {
        if page.filter?.text.isEmpty == false {
            stack[stack.count - 1].filter = Filter()
        } else if !marked.isEmpty {
            unmark()
        } else if stack.count > 1 {
            stack.removeLast()
        }
    }

    /// Asks at once for what the page stands on, and for the rest of it as far as that is older than an interval.
    private mutating func refresh() {
        let focus = page.focus(in: self)?.topic
        let old = page.wants(in: self).map(\.topic).filter { topic in
            guard topic != focus, let answered = polling.track(topic).answered else { return true }
            return answered.seconds(until: now) > polling.interval
        }
        polling.force(old)
    }

    private mutating func changeInterval(by step: Int) {
        let choices = Polling.intervals
        let nearest = choices.indices.min { abs(choices[$0] - polling.interval) < abs(choices[$1] - polling.interval) } ?? 0
        polling.interval = choices[max(0, min(choices.count - 1, nearest + step))]
        let least = RequestBudget.leastCadence
        let bound = polling.interval < least ? ", the least that one path allows" : ""
        let every = Wording.duration(max(polling.interval, least))
        say("Active runs are asked for every \(every)\(bound); lists less often.", .plain)
    }

    private mutating func copy() -> [Effect] {
        if let text = page.copyText(in: self) { return [.copy(text)] }
        if page.kind == .configuration { say("This value is secret: v shows it first.", .warning) }
        return []
    }

    private mutating func toggleSecrets() {
        guard hasSecrets, let key = page.runKey(in: self) else { return }
        if revealed == key { revealed = nil } else { ask(.showSecrets(key)) }
    }

    private mutating func quit() -> [Effect] {
        guard fetches.values.contains(where: \.isUnderWay) || reading?.export != nil else { return [.quit] }
        ask(.quit)
        return []
    }

    /// The run that the page is about, if its configuration is known.
    private var configuredRun: RunKey? {
        guard page.kind != .configuration, let key = page.runKey(in: self) else { return nil }
        return records.run(key)?.snapshot == nil ? nil : key
    }

    private var hasSecrets: Bool {
        guard case .configuration(let page) = page else { return false }
        return page.shown.holdSecrets
    }

    private var canCopy: Bool {
        guard case .configuration(let page) = page else { return page.copyText(in: self) != nil }
        return page.canCopy(in: self)
    }

    /// The address of what is selected on the web (API.md section 9).
    private var webAddress: String? {
        let project: String?
        let parts: [String]
        if let key = page.runKey(in: self) {
            project = records.run(key)?.projectID
            parts = ["jobs", key.job, key.run]
        } else if case .jobs(let page) = page, let id = page.selected {
            project = records.job(id)?.projectID
            parts = ["jobs", id]
        } else {
            return nil
        }
        guard let project else { return nil }
        return settings.webOrigin + "/projects/" + ([project] + parts).map(PercentEncoding.encodedPathPart).joined(separator: "/")
    }
}
