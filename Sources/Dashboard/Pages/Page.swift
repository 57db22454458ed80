import ResultsFile

/// The kinds of page, for the key table.
package enum PageKind: Hashable, Sendable, CaseIterable {
    case jobs, runs, run, configuration, items, item, groups, bytes, help
}

/// One level of the stack: what it shows is in the records, what it remembers is here.
package enum Page: Hashable, Sendable {
    case jobs(JobsPage)
    case runs(RunsPage)
    case run(RunPage)
    case configuration(ConfigurationPage)
    case items(ItemsPage)
    case item(ItemPage)
    case groups(GroupsPage)
    case bytes(BytesPage)
    case help(HelpPage)

    /// The page's kind.
    package var kind: PageKind {
        switch self {
        case .jobs: .jobs
        case .runs: .runs
        case .run: .run
        case .configuration: .configuration
        case .items: .items
        case .item: .item
        case .groups: .groups
        case .bytes: .bytes
        case .help: .help
        }
    }

    /// The page's part of the path on top of the screen.
    func crumb(in state: State) -> String {
        switch self {
        case .jobs: state.settings.project
        case .runs(let page): page.job
        case .run(let page): state.shortID(of: page.key)
        case .configuration: "configuration"
        case .items(let page): page.group == nil ? "results" : "like these"
        case .item(let page): "row \(Wording.number(page.row + 1))"
        case .groups: "failures"
        case .bytes: "as it is"
        case .help: "help"
        }
    }

    /// The topic whose answers the page stands on; nil when it shows nothing that ages.
    func focus(in state: State) -> Want? {
        switch self {
        case .jobs(let page): page.focus(in: state)
        case .runs(let page): page.focus(in: state)
        case .run(let page): RunPage.focus(of: page.key, in: state)
        case .configuration(let page): RunPage.focus(of: page.key, in: state)
        case .items, .item, .groups, .bytes, .help: nil
        }
    }

    /// What rows on the screen stand on, and whether the worst of it speaks for the page as a whole.
    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) {
        switch self {
        case .jobs(let page): page.rowWants(in: state)
        case .runs(let page): (page.furtherDown(in: state), true)
        case .run, .configuration, .items, .item, .groups, .bytes, .help: ([], true)
        }
    }

    /// All that the page needs while it is on top, most urgent first.
    func wants(in state: State) -> [Want] {
        switch self {
        case .jobs(let page): page.wants(in: state)
        case .runs(let page): page.wants(in: state)
        case .run, .configuration: focus(in: state).map { [$0] } ?? []
        case .items, .item, .groups, .bytes: readKey.map { state.wantsToCompare($0) } ?? []
        case .help: []
        }
    }

    /// Makes anew what the page shows of the records, once for each message and before anything is decided or drawn by it.
    mutating func derive(in state: State) {
        switch self {
        case .jobs(var page):
            page.derive(in: state)
            self = .jobs(page)
        case .runs(var page):
            page.derive(in: state)
            self = .runs(page)
        case .run, .configuration, .items, .item, .groups, .bytes, .help: break
        }
    }

    /// Forgets places in a run's results when their file is opened anew: other values may stand there.
    mutating func beginAgain(with key: RunKey) {
        guard readKey == key else { return }
        switch self {
        case .item(var page):
            page.beginAgain()
            self = .item(page)
        case .bytes(let page): self = .bytes(BytesPage(key: page.key, style: page.style))
        case .jobs, .runs, .run, .configuration, .items, .groups, .help: break
        }
    }

    /// Lets cursors and scroll positions follow what has changed under them.
    mutating func settle(in state: State) {
        switch self {
        case .jobs(var page):
            page.settle(in: state)
            self = .jobs(page)
        case .runs(var page):
            page.settle(in: state)
            self = .runs(page)
        case .run(var page):
            page.settle(in: state)
            self = .run(page)
        case .configuration(var page):
            page.settle(in: state)
            self = .configuration(page)
        case .items(var page):
            page.settle(in: state)
            self = .items(page)
        case .item(var page):
            page.settle(in: state)
            self = .item(page)
        case .groups(var page):
            page.settle(in: state)
            self = .groups(page)
        case .help(var page):
            page.settle(in: state)
            self = .help(page)
        case .bytes: break
        }
    }

    /// Carries out a command that moves within the page.
    mutating func move(_ command: Command, in state: State) {
        switch self {
        case .jobs(var page):
            page.move(command, in: state)
            self = .jobs(page)
        case .runs(var page):
            page.move(command, in: state)
            self = .runs(page)
        case .run(var page):
            page.move(command, in: state)
            self = .run(page)
        case .configuration(var page):
            page.move(command, in: state)
            self = .configuration(page)
        case .items(var page):
            page.move(command, in: state)
            self = .items(page)
        case .item(var page):
            page.move(command, in: state)
            self = .item(page)
        case .groups(var page):
            page.move(command, in: state)
            self = .groups(page)
        case .bytes(var page):
            page.move(command, in: state)
            self = .bytes(page)
        case .help(var page):
            page.move(command, in: state)
            self = .help(page)
        }
    }

    /// The page that Enter opens; nil when nothing is selected that could be opened.
    func opened(in state: State) -> Page? {
        switch self {
        case .jobs(let page): page.selected.map { .runs(RunsPage(job: $0)) }
        case .runs(let page): page.selected.map { .run(RunPage(key: $0)) }
        case .items(let page): page.selected(in: state).map { .item(ItemPage(key: page.key, row: $0)) }
        case .groups(let page): page.selected(in: state).map { .items(ItemsPage(key: page.key, group: $0.id)) }
        case .run, .configuration, .item, .bytes, .help: nil
        }
    }

    /// The run whose results the page shows.
    var readKey: RunKey? {
        switch self {
        case .items(let page): page.key
        case .item(let page): page.key
        case .groups(let page): page.key
        case .bytes(let page): page.key
        case .jobs, .runs, .run, .configuration, .help: nil
        }
    }

    /// The run that commands on this page are about.
    func runKey(in state: State) -> RunKey? {
        switch self {
        case .jobs, .help: nil
        case .runs(let page): page.selected
        case .run(let page): page.key
        case .configuration(let page): page.key
        case .items, .item, .groups, .bytes: readKey
        }
    }

    /// What `y` copies.
    func copyText(in state: State) -> String? {
        switch self {
        case .jobs(let page): page.selected
        case .runs, .run: runKey(in: state)?.run
        case .configuration(let page): page.copyText(in: state)
        case .items(let page): page.copyText(in: state)
        case .item(let page): page.copyText(in: state)
        case .groups(let page): page.selected(in: state)?.signature.text
        case .bytes: state.reading?.path
        case .help: nil
        }
    }

    /// The words that the rows of a list are filtered by; nil on pages without a list.
    var filter: Filter? {
        get {
            switch self {
            case .jobs(let page): page.filter
            case .runs(let page): page.filter
            case .items(let page): page.filter
            case .item(let page): page.filter
            case .run, .configuration, .groups, .bytes, .help: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .jobs(var page):
                page.filter = newValue
                self = .jobs(page)
            case .runs(var page):
                page.filter = newValue
                self = .runs(page)
            case .items(var page):
                page.filter = newValue
                self = .items(page)
            case .item(var page):
                page.filter = newValue
                self = .item(page)
            case .run, .configuration, .groups, .bytes, .help: break
            }
        }
    }
}
