import FoundationEssentials
import Insight
import Intuned

/// What Insight says about the speed of a run and about what is usual for it.
extension State {
    /// What is usual for runs like this one, from the loaded runs of its job; nil where they are too few.
    func usual(for run: JobRun, of job: String) -> Usual? {
        (records.listings[job]?.runs).flatMap { Usual(of: $0.prefix(Usual.most + 10), like: run.type, olderThan: run.id) }
    }

    /// How fast an active run gets on; nil for a run that has ended.
    func progress(of run: JobRun, usual: Usual?) -> Progress? {
        Progress(of: run, judgements.observations.of(run.id), usual: usual, known: knownUntil)
    }

    /// A time of the platform's clock as a time of day on this machine's.
    func localTime(_ serverTime: Date) -> String {
        Wording.timeOfDay(serverTime.addingTimeInterval(-profile.skew), now: now.wall, settings.offsets)
    }
}
