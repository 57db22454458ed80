import FoundationEssentials
import Intuned
import TextScreen

/// The past of a job, a row a run or a day, with bars, so that a trend is seen.
package struct HistoryPage: PageContent {
    static let kind = PageKind.history
    static let bindings =
        [.openSelected, grouping, .refresh, .toggleTime, .copy, .togglePolling] + Binding.pace + Binding.moving
        + [.backOrLeft, .problems, .wall, .settings, .help] + Binding.leaving

    private static let grouping = Binding.page(
        .history(.toggleDays), [.tab], "days/runs", "switch between a row per run and a row per day")

    /// The job's profile.
    package let profile: ProfileID
    /// The job's id.
    package let job: String
    /// Whether each row stands for a day.
    package internal(set) var isByDay = false
    /// The selected row and the scroll position.
    package internal(set) var cursor = ListCursor<String>()

    /// Rows before the end of the loaded list at which more are requested.
    private static let loadsAhead = 25
    /// The most runs that are loaded for this page.
    private static let mostRuns = 1000

    /// Creates the page of a job.
    package init(profile: ProfileID, job: String) { (self.profile, self.job) = (profile, job) }

    var page: Page { .history(self) }

    /// The rows of the page, newest first.
    func rows(in state: State) -> [HistoryRow] {
        let runs = (state.records.listings[job]?.runs ?? []).prefix(Self.mostRuns)
        return isByDay ? HistoryRow.days(runs, in: state) : runs.map { HistoryRow($0, in: state) }
    }

    func crumb(in state: State) -> String { "history of \(job)" }

    func focus(in state: State) -> Want? { Want(.newestRuns(job: job), every: state.polling.interval * 5) }

    func wants(in state: State) -> [Want] {
        var wants = [Want(.newestRuns(job: job), every: state.polling.interval * 5)]
        guard let listing = state.records.listings[job], let next = listing.nextPage, listing.runs.count < Self.mostRuns else {
            return wants
        }
        let isNearEnd = cursor.index + HistoryView.listHeight(in: state) + Self.loadsAhead >= rows(in: state).count
        if isNearEnd { wants.append(Want(.runs(job: job, page: next), every: nil)) }
        return wants
    }

    /// The selected run; nil for a day.
    func runKey(in state: State) -> RunKey? {
        isByDay ? nil : cursor.selected.map { RunKey(profile: profile, job: job, run: $0) }
    }

    func opened(in state: State) -> Page? { runKey(in: state).map { .run(RunPage(key: $0)) } }

    func copyText(in state: State) -> String? { cursor.selected }

    mutating func settle(in state: State) {
        cursor.settle(in: rows(in: state).map(\.id), height: HistoryView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: rows(in: state).map(\.id), height: HistoryView.listHeight(in: state))
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard command == .history(.toggleDays) else { return }
        isByDay.toggle()
        cursor = ListCursor()
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        HistoryView.draw(self, state, on: &canvas, in: region)
    }
}

/// A run, or the runs of a day, of a job's past.
struct HistoryRow: Hashable {
    /// The run's id, or the day.
    var id: String
    /// The time of the run, or the day.
    var when: String
    /// The runs, newest first.
    var runs: [JobRun]
    /// Seconds that a run took, the middle one of a day; nil while none has ended.
    var seconds: Double?
    /// The part of the items that failed, 0 to 1; nil while none has ended.
    var failureShare: Double?

    /// Creates the row of a run.
    init(_ run: JobRun, in state: State) {
        let time = run.startTime?.date.map { Wording.timeInList($0, now: state.now.wall, state.settings.offsets) }
        self.init(id: run.id, when: time ?? run.startTime?.text ?? "", runs: [run], in: state)
    }

    private init(id: String, when: String, runs: [JobRun], in state: State) {
        (self.id, self.when, self.runs) = (id, when, runs)
        let seconds = runs.compactMap { RunDuration(of: $0, known: state.knownUntil)?.seconds }.sorted()
        self.seconds = seconds.isEmpty ? nil : seconds[seconds.count / 2]
        let (ok, failed) = runs.reduce((0.0, 0.0)) { ($0.0 + Double($1.successfulRuns ?? 0), $0.1 + Double($1.failedRuns ?? 0)) }
        failureShare = ok + failed > 0 ? failed / (ok + failed) : nil
    }

    /// Creates a row for each day on which a run started, in the local zone, newest first.
    static func days(_ runs: some Sequence<JobRun>, in state: State) -> [HistoryRow] {
        var days: [(day: String, runs: [JobRun])] = []
        for run in runs {
            guard let date = run.startTime?.date else { continue }
            let day = String(Wording.dateAndTime(date, state.settings.offsets).prefix { $0 != " " })
            if days.last?.day == day { days[days.count - 1].runs.append(run) } else { days.append((day, [run])) }
        }
        return days.map { HistoryRow(id: $0.day, when: $0.day, runs: $0.runs, in: state) }
    }
}
