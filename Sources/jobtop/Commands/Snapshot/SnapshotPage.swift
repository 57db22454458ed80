import ArgumentParser
import Dashboard

/// The pages of the dashboard that a snapshot can show.
enum SnapshotPage: String, CaseIterable, Sendable, ExpressibleByArgument {
    case jobs, problems, runs, history, run, configuration, difference, items, groups, follow, wall, settings, help

    /// What the page is about.
    enum Subject { case project, job, run }

    /// What the page is about.
    var subject: Subject {
        switch self {
        case .jobs, .problems, .wall, .settings, .help: .project
        case .runs, .history, .follow: .job
        case .run, .configuration, .difference, .items, .groups: .run
        }
    }

    /// Whether the results of the run must be fetched first.
    var needsResults: Bool { self == .items || self == .groups }

    /// The pages above the list of jobs; results open from the page of their run.
    func pages(job: String, run: String, at now: Moment) -> [Page] {
        let key = RunKey(profile: .first, job: job, run: run)
        let list = Page.runs(RunsPage(profile: .first, job: job, selected: run.isEmpty ? nil : run))
        return switch self {
        case .jobs: []
        case .problems: [.problems(ProblemsPage())]
        case .wall: [.wall(WallPage(at: now))]
        case .settings: [.settings(SettingsPage())]
        case .help: [.help(HelpPage(about: .jobs))]
        case .runs: [list]
        case .history: [list, .history(HistoryPage(profile: .first, job: job))]
        case .follow: [.follow(FollowPage(job: job))]
        case .run, .items, .groups: [list, .run(RunPage(key: key))]
        case .configuration: [list, .run(RunPage(key: key)), .configuration(ConfigurationPage(key: key))]
        case .difference: [list, .run(RunPage(key: key)), .difference(DifferencePage(key: key))]
        }
    }
}
