import FoundationEssentials
import Insight
import Intuned

/// What Insight says about the speed of a run and about what is usual for it.
extension State {
    /// What is usual for runs like this one, from the loaded runs of its job; nil where they are too few.
    func usual(for run: JobRun, of job: String) -> Usual? {
        (records.listings[job]?.runs).flatMap { Usual(of: $0.prefix(Usual.most + 10), like: run.type, olderThan: run.id) }
    }

    /// The newest active run of a job among its loaded runs.
    func activeRun(of job: String) -> JobRun? { records.listings[job]?.runs.first(where: \.isActive) }

    /// The server's time of the latest answer with an active run.
    func known(_ run: JobRun) -> Date { judgements.observations.lastSeen(run.id) ?? knownUntil }

    /// How fast an active run gets on; nil for a run that has ended.
    func progress(of run: JobRun, usual: Usual?) -> Progress? {
        Progress(of: run, judgements.observations.of(run.id), usual: usual, known: known(run))
    }

    /// A time of the platform's clock as a time of day on this machine's, without seconds: nobody plans by the second.
    func timeToTheMinute(_ serverTime: Date) -> String {
        Wording.timeToTheMinute(serverTime.addingTimeInterval(-profile.skew), now: now.wall, settings.offsets)
    }
}
