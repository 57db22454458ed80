/// The kinds of pages, for the key table.
package enum PageKind: Hashable, Sendable, CaseIterable {
    case jobs, problems, runs, history, run, configuration, difference, items, item, groups, bytes, follow, wall, settings, help

    /// The content type that belongs to this kind.
    var content: any PageContent.Type {
        switch self {
        case .jobs: JobsPage.self
        case .problems: ProblemsPage.self
        case .runs: RunsPage.self
        case .history: HistoryPage.self
        case .run: RunPage.self
        case .configuration: ConfigurationPage.self
        case .difference: DifferencePage.self
        case .items: ItemsPage.self
        case .item: ItemPage.self
        case .groups: GroupsPage.self
        case .bytes: BytesPage.self
        case .follow: FollowPage.self
        case .wall: WallPage.self
        case .settings: SettingsPage.self
        case .help: HelpPage.self
        }
    }
}

/// One level of the stack: the records hold the data that it shows; the page holds its own state.
///
/// To add a page: a folder with its content and its view, a kind and a case.
package enum Page: Hashable, Sendable {
    case jobs(JobsPage)
    case problems(ProblemsPage)
    case runs(RunsPage)
    case history(HistoryPage)
    case run(RunPage)
    case configuration(ConfigurationPage)
    case difference(DifferencePage)
    case items(ItemsPage)
    case item(ItemPage)
    case groups(GroupsPage)
    case bytes(BytesPage)
    case follow(FollowPage)
    case wall(WallPage)
    case settings(SettingsPage)
    case help(HelpPage)

    /// The content of the page; setting it replaces the page.
    var content: any PageContent {
        get {
            switch self {
            case .jobs(let page): page
            case .problems(let page): page
            case .runs(let page): page
            case .history(let page): page
            case .run(let page): page
            case .configuration(let page): page
            case .difference(let page): page
            case .items(let page): page
            case .item(let page): page
            case .groups(let page): page
            case .bytes(let page): page
            case .follow(let page): page
            case .wall(let page): page
            case .settings(let page): page
            case .help(let page): page
            }
        }
        set { self = newValue.page }
    }

    /// The page's kind.
    package var kind: PageKind { type(of: content).kind }

    /// The words of its filter or search; nil without rows.
    package var filter: Filter? { content.words }

    /// The run whose results the page shows.
    var readKey: RunKey? { content.readKey }
}
