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

    /// The scalars of a name that are looked at; no tile shows more.
    private static let longestName = 400

    /// The tile of a problem.
    init(_ problem: Problem, in state: State) {
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
        (mark, role, what) = (standing.mark(state.settings.charset), standing.role, "")
        name = Self.capitals(job)
        gauge = Gauge(of: run)
        let observations = state.judgements.observations.of(run.id)
        let known = observations.last?.time ?? state.knownUntil
        let usual = Usual(of: state.records.listings[job]?.runs ?? [], like: run.type, olderThan: run.id)
        if let end = Progress(of: run, observations, usual: usual, known: known)?.end {
            time = Wording.ends(Self.time(end.lowerBound, state), Self.time(end.upperBound, state))
        } else {
            time = run.startTime?.date.map { Wording.runningFor(known.timeIntervalSince($0)) } ?? ""
        }
    }

    /// A name in capitals; a name from the platform can be of any length.
    static func capitals(_ name: String) -> String { beginning(of: name).uppercased() }

    /// As much of a name as could be shown.
    static func beginning(of name: String) -> String { String(String.UnicodeScalarView(name.unicodeScalars.prefix(longestName))) }

    private static func since(_ date: Date, _ state: State) -> String {
        Wording.since(time(date, state), age: state.serverNow.timeIntervalSince(date))
    }

    /// A time of the platform on the local clock, without seconds.
    static func time(_ date: Date, _ state: State) -> String {
        Wording.dayOrTime(date.addingTimeInterval(-state.profile.skew), now: state.now.wall, state.settings.offsets)
    }
}

extension State {
    /// The newest active run of a job, as far as it is loaded.
    func activeRun(of job: String) -> JobRun? { records.listings[job]?.runs.prefix(20).first(where: \.isActive) }
}
