import FoundationEssentials
import Insight
import Intuned
import TextScreen

/// What one tile of the wall says: a problem, or a running job.
struct WallTile {
    var mark: Character
    var role: Role
    /// The job, in capitals.
    var name: String
    /// What is wrong; empty for a running job.
    var what: String
    /// Since when, or until when.
    var time: String
    var gauge: Gauge?
    private let hasEighths: Bool

    /// The scalars of a name that are looked at; no tile shows more.
    private static let longestName = 400

    /// The tile of a problem.
    init(_ problem: Problem, in state: State) {
        hasEighths = state.settings.hasEighths
        mark = problem.severity.mark(state.settings.charset)
        role = problem.severity.role
        name = Self.capitals(Wording.subject(of: problem))
        what = Wording.title(of: problem)
        time = problem.since.map { Self.since($0, state) } ?? ""
        gauge = problem.isShared ? nil : state.activeRun(of: problem.first.job).flatMap(Gauge.init)
    }

    /// The tile of a job with an active run.
    init(_ job: String, _ run: JobRun, in state: State) {
        let standing = Standing(of: run)
        hasEighths = state.settings.hasEighths
        (mark, role, what) = (standing.mark(state.settings.charset), standing.role, "")
        name = Self.capitals(job)
        gauge = Gauge(of: run)
        if let end = state.progress(of: run, usual: state.usual(for: run, of: job))?.end {
            time = Wording.ends(state.timeToTheMinute(end.lowerBound), state.timeToTheMinute(end.upperBound))
        } else {
            time = run.startTime?.date.map { Wording.runningFor(state.known(run).timeIntervalSince($0)) } ?? ""
        }
    }

    /// The bar of the active run with its percentage; empty without one.
    func bar(_ width: Int, _ charset: Charset) -> [Span] {
        gauge.map { $0.bar(width, charset, hasEighths: hasEighths) + [Span(" \($0.percent)")] } ?? []
    }

    /// A name in capitals; a name from the platform can be of any length.
    static func capitals(_ name: String) -> String { beginning(of: name).uppercased() }

    /// As much of a name as could be shown.
    static func beginning(of name: String) -> String { String(String.UnicodeScalarView(name.unicodeScalars.prefix(longestName))) }

    private static func since(_ date: Date, _ state: State) -> String {
        let time = Wording.dayOrTime(date, now: state.now.wall, state.settings.offsets)
        return Wording.since(time, age: state.serverNow.timeIntervalSince(date))
    }
}
