/// The kinds of page, for the key table.
package enum PageKind: Hashable, Sendable, CaseIterable {
    case jobs, runs, run, configuration, items, item, groups, bytes, settings, help

    /// What stands on a page of this kind and what its keys mean.
    var content: any PageContent.Type {
        switch self {
        case .jobs: JobsPage.self
        case .runs: RunsPage.self
        case .run: RunPage.self
        case .configuration: ConfigurationPage.self
        case .items: ItemsPage.self
        case .item: ItemPage.self
        case .groups: GroupsPage.self
        case .bytes: BytesPage.self
        case .settings: SettingsPage.self
        case .help: HelpPage.self
        }
    }
}

/// One level of the stack: what it shows is in the records, what it remembers is here.
///
/// To add a page: a folder with its content and its view, a kind and a case.
package enum Page: Hashable, Sendable {
    case jobs(JobsPage)
    case runs(RunsPage)
    case run(RunPage)
    case configuration(ConfigurationPage)
    case items(ItemsPage)
    case item(ItemPage)
    case groups(GroupsPage)
    case bytes(BytesPage)
    case settings(SettingsPage)
    case help(HelpPage)

    /// What the page can do; setting it puts that page in this one's place.
    var content: any PageContent {
        get {
            switch self {
            case .jobs(let page): page
            case .runs(let page): page
            case .run(let page): page
            case .configuration(let page): page
            case .items(let page): page
            case .item(let page): page
            case .groups(let page): page
            case .bytes(let page): page
            case .settings(let page): page
            case .help(let page): page
            }
        }
        set { self = newValue.page }
    }

    /// The page's kind.
    package var kind: PageKind { type(of: content).kind }

    /// The words that its rows are filtered by, or that are looked for; nil without rows.
    package var filter: Filter? { content.words }

    /// The run whose results the page shows.
    var readKey: RunKey? { content.readKey }
}
