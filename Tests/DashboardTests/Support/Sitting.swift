import Dashboard
import FoundationEssentials
import Intuned
import TextScreen

/// A user of the core: presses keys, lets time pass, answers requests.
struct Sitting {
    var state: State
    var now: Moment
    /// The orders that are neither answered nor taken yet.
    var orders: [Effect] = []

    static let start = Moment(wall: Date(timeIntervalSince1970: 1_795_456_800), uptime: 1000)

    init(
        columns: Int = 120, rows: Int = 40, charset: Charset = .unicode14, pages: [Page] = [], interval: Double = 3,
        isDemo: Bool = false, isQuiet: Bool = true, isReadOnly: Bool = false, otherProjects: [String] = [],
        inForce: [SettingInForce] = [], peeks: Bool = false, isStill: Bool = false, keepsSeen: Bool = false
    ) {
        now = Self.start
        let settings = Settings(
            profile: ProfileSettings(project: "my-project"), others: otherProjects.map { ProfileSettings(project: $0) },
            isDemo: isDemo, isQuiet: isQuiet, isReadOnly: isReadOnly, peeks: peeks, isStill: isStill,
            keepsSeen: keepsSeen, charset: charset,
            inForce: inForce)
        let size = Size(columns: columns, rows: rows)
        state = State(settings: settings, size: size, now: now, polling: Polling(interval: interval), pages: pages)
        send(.resized(size))
    }

    mutating func send(_ message: Message) { orders += state.update(message, at: now) }

    mutating func press(_ keys: Key...) { for key in keys { send(.keyPressed(key)) } }

    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Lets time pass, and wakes the core like the event loop.
    mutating func pass(_ seconds: Double) {
        now = Moment(wall: now.wall.addingTimeInterval(seconds), uptime: now.uptime + seconds)
        send(.timePassed)
    }

    /// Returns and removes the orders so far.
    mutating func taken() -> [Effect] {
        defer { orders = [] }
        return orders
    }

    mutating func answer(jobs: [JobListItem], badRows: [BadRow] = []) {
        send(.jobsLoaded(.first, .success(Answered(value: JobList(jobs: jobs, badRows: badRows), serverTime: nil))))
    }

    mutating func answer(runs: [JobRun], of job: String, total: Int? = nil, page: Int? = nil, badRows: [BadRow] = []) {
        answer(
            runs: runs, for: page.map { Topic.runs(job: job, page: $0) } ?? .newestRuns(job: job), total: total, badRows: badRows)
    }

    /// Answers a request for a page of runs.
    mutating func answer(runs: [JobRun], for topic: Topic, total: Int?, badRows: [BadRow] = []) {
        let answer = JobRunsPage(runs: runs, badRows: badRows, totalCount: total ?? runs.count)
        send(.runsLoaded(.first, topic, .success(Answered(value: answer, serverTime: nil))))
    }

    mutating func answer(run: JobRun, of job: String, results: RunResults? = nil, serverTime: Date? = nil) {
        let detail = JobRunDetail(jobRun: run, results: results)
        send(
            .runLoaded(RunKey(profile: .first, job: job, run: run.id), .success(Answered(value: detail, serverTime: serverTime))))
    }
}
