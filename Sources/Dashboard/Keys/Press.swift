import Insight
import Intuned
import TextScreen

/// Handles key presses: an open question comes first, then the filter that is being typed, then the key table.
extension State {
    mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        lastClick = nil
        if key == .control("z") { return [.terminal(.suspend)] }
        if key == .control("l") { return [.terminal(.redraw)] }
        if let question { return now.uptime < question.opens ? [] : answer(question, with: key) }
        if actions.dialog != nil {
            pressInDialog(key)
            return []
        }
        if isTypingFilter {
            type(key)
            return []
        }
        if menu != nil { return pressInMenu(key) }
        guard let binding = keymap.binding(of: key, on: page.kind) else { return [] }
        return perform(binding.command)
    }

    /// Appends pasted text to the filter that is being typed, without control characters; pasted text never answers a question.
    mutating func paste(_ text: String) {
        guard question == nil else { return }
        if actions.dialog != nil {
            actions.dialog?.hint = .pasted
            return
        }
        let shown = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        if menu != nil, menu?.purpose != .columns {
            menu?.text.unicodeScalars.append(contentsOf: shown)
            menu?.cursor = ListCursor()
            return
        }
        guard isTypingFilter, page.content.words != nil else {
            return say(Wording.pasteHasNoPlace, .plain)
        }
        notice = nil
        stack[stack.count - 1].content.words?.text.unicodeScalars.append(contentsOf: shown)
    }

    /// Whether a command would do something now; the footer shows only such commands.
    package func isAvailable(_ command: Command) -> Bool {
        switch command {
        case .move: true
        case .list(.open): page.content.opened(in: self) != nil || (page.content as? HelpPage)?.binding(in: self) != nil
        case .list(.filter): true
        case .list(.sort), .list(.reverse), .list(.columns): !page.content.heads(in: self).isEmpty
        case .list(.nextUrgent), .list(.previousUrgent): true
        case .list(.mark): page.content.job(in: self) != nil
        case .list(.markShown): canMarkShown
        case .list(.unmarkAll): page.kind == .jobs ? !jobMarks.isEmpty : !marks.isEmpty
        case .list(.loadAll): canLoadOn
        case .page(.run(let command)): isAvailable(command)
        case .page(.results(let command)): isAvailable(command)
        case .page(.pane), .page(.tree), .page(.bytes): true
        case .page(.history(.open)), .page(.follow): page.content.job(in: self) != nil
        case .page(.history(.toggleDays)), .page(.difference): true
        case .page(.problems(.acknowledge)): page.content.problem(in: self) != nil
        case .page(.act(let wish)): obstacle(to: wish, targets(of: wish)) == nil
        case .app(let command): isAvailable(command)
        }
    }

    /// The state without the page on top, to ask what a command would do below it.
    var below: State {
        var state = self
        if stack.count > 1 { state.stack.removeLast() }
        return state
    }

    private func isAvailable(_ command: AppCommand) -> Bool {
        switch command {
        case .back: stack.count > 1 || isFiltered || hasMarks
        case .webPage: webAddress != nil
        case .copy: page.content.canCopy(in: self)
        case .refresh, .togglePolling, .slower, .faster, .toggleTime, .toggleMouse, .palette, .problems, .wall, .settings,
            .snapshot, .handover, .help, .redraw, .suspend, .quit:
            true
        }
    }

    mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .move(let move): changePage { $0.move(move, in: $1) }
        case .list(let command): return perform(command)
        case .page(.run(let command)): return perform(command)
        case .page(.results(let command)): return perform(command)
        case .page(.history(.open)):
            if let job = page.content.job(in: self) { push(.history(HistoryPage(profile: profile.id, job: job))) }
        case .page(.follow): if let job = page.content.job(in: self) { push(.follow(FollowPage(job: job))) }
        case .page(.problems(.acknowledge)): toggleAcknowledged()
        case .page(.act(let wish)): begin(wish)
        case .page(let command): changePage { $0.perform(command, in: $1) }
        case .app(let command): return perform(command)
        }
        return []
    }

    private mutating func perform(_ command: ListCommand) -> [Effect] {
        switch command {
        case .open:
            if case .help(let help) = page { return run(selectedIn: help) }
            if let next = page.content.opened(in: self) { push(next) }
        case .filter: typing = page.content.words == nil ? nil : FilterTyping()
        case .sort: if !page.content.heads(in: self).isEmpty { open(.order) }
        case .columns: if !page.content.heads(in: self).isEmpty { open(.columns) }
        case .reverse: reverseOrder()
        case .nextUrgent, .previousUrgent: goToUrgent(isForward: command == .nextUrgent)
        case .mark: toggleJobMark()
        case .markShown: page.kind == .jobs ? markShownJobs() : markShown()
        case .unmarkAll: if page.kind == .jobs { jobMarks = [] } else { marks = [] }
        case .loadAll: toggleLoadingOn()
        }
        return []
    }

    /// Runs the command that is selected in the help, on the page that opened it.
    private mutating func run(selectedIn help: HelpPage) -> [Effect] {
        guard let binding = help.binding(in: self), stack.count > 1 else { return [] }
        stack.removeLast()
        guard keymap.bindings(on: page.kind).contains(binding) else {
            say(Wording.notOnThisPage, .plain)
            return []
        }
        guard isAvailable(binding.command) else {
            say(whyNot(binding.command), .plain)
            return []
        }
        return perform(binding.command)
    }

    private mutating func goToUrgent(isForward: Bool) {
        var content = page.content
        let isFound = content.goToUrgent(isForward: isForward, in: self)
        stack[stack.count - 1] = content.page
        if !isFound { say(Wording.nothingUrgent(isForward: isForward), .plain) }
    }

    private mutating func perform(_ command: AppCommand) -> [Effect] {
        switch command {
        case .palette: open(.palette)
        case .back: back()
        case .refresh: refresh()
        case .togglePolling: togglePolling()
        case .slower: changeInterval(by: 1)
        case .faster: changeInterval(by: -1)
        case .toggleTime: showsTimeOfDay.toggle()
        case .toggleMouse: return [.terminal(.mouse(!usesMouse))]
        case .webPage: if let address = webAddress { say(Wording.webAddress(address, isDemo: settings.isDemo), .plain) }
        case .copy: return copy()
        case .problems: if page.kind != .problems { push(.problems(ProblemsPage())) }
        case .wall: push(.wall(WallPage(at: now)))
        case .settings: if page.kind != .settings { push(.settings(SettingsPage())) }
        case .snapshot: return saveSnapshot("")
        case .handover: return saveHandover("")
        case .help: push(.help(HelpPage(about: page.kind)))
        case .redraw: return [.terminal(.redraw)]
        case .suspend: return [.terminal(.suspend)]
        case .quit: return quit()
        }
        return []
    }

    mutating func push(_ page: Page) {
        stack.append(page)
    }

    private var isFiltered: Bool { page.content.words?.text.isEmpty == false }

    private mutating func back() {
        if isFiltered {
            stack[stack.count - 1].content.words = Filter()
        } else if hasMarks {
            unmark()
        } else if stack.count > 1 {
            stack.removeLast()
        }
    }

    /// Requests at once the data that the page depends on, and other data if it is older than an interval.
    private mutating func refresh() {
        let focus = page.content.focus(in: self)?.topic
        let old = page.content.wants(in: self).map(\.topic).filter { topic in
            guard topic != focus, let answered = polling.track(topic).answered else { return true }
            return answered.seconds(until: now) > polling.interval
        }
        profile.polling.force(old)
        if case .run(let page) = page { forgetFailedPeek(of: page.key) }
    }

    private mutating func toggleAcknowledged() {
        guard let problem = page.content.problem(in: self) else { return }
        profile.judgements.toggleAcknowledged(problem.identity, in: records)
    }

    private mutating func togglePolling() {
        let isPaused = !polling.isPaused
        changeProfiles { $0.polling.isPaused = isPaused }
    }

    private mutating func changeInterval(by step: Int) {
        let choices = Polling.intervals
        let nearest = choices.indices.min { abs(choices[$0] - polling.interval) < abs(choices[$1] - polling.interval) } ?? 0
        let chosen = choices[max(0, min(choices.count - 1, nearest + step))]
        changeProfiles { $0.polling.interval = chosen }
        let least = RequestBudget.leastCadence
        say(Wording.interval(max(polling.interval, least), isShortest: polling.interval < least), .plain)
    }

    private mutating func copy() -> [Effect] {
        if let text = page.content.copyText(in: self) { return [.terminal(.copy(text))] }
        if page.content.hidesSecret(in: self) { say(Wording.secretIsHidden, .warning) }
        return []
    }

    private mutating func quit() -> [Effect] {
        let isBusy = fetches.values.contains(where: \.isUnderWay) || reading?.export != nil
        guard isBusy || actions.isSending else { return [.quit] }
        ask(actions.isSending ? .quitWhileActing : .quit)
        return []
    }

    /// The web address of the selected object (API.md section 9).
    private var webAddress: String? {
        let project: String?
        let parts: [String]
        if let key = page.content.runKey(in: self) {
            project = records.run(key)?.projectID
            parts = ["jobs", key.job, key.run]
        } else if case .jobs(let page) = page, let id = page.selected {
            project = records.job(id)?.projectID
            parts = ["jobs", id]
        } else {
            return nil
        }
        guard let project else { return nil }
        return profile.settings.webOrigin + "/projects/"
            + ([project] + parts).map(PercentEncoding.encodedPathPart).joined(separator: "/")
    }
}
