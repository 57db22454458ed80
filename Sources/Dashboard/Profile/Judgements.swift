import FoundationEssentials
package import Insight
import Intuned

/// What Insight says about the jobs of a profile; a job is judged again when an answer about it comes, and at no other time.
package struct Judgements: Hashable, Sendable {
    /// Runs of a job that are judged, the newest: the usual stands on no more.
    package static let mostRuns = Usual.most + 10

    /// When which count of which run moved.
    package private(set) var observations = Observations()
    /// The problems that the user has not acknowledged, worst first, then newest.
    package private(set) var problems: [Problem] = []
    /// The problems that the user has acknowledged, in the same order.
    package private(set) var acknowledged: [Problem] = []

    private var verdicts: [String: [Verdict]] = [:]
    /// When an answer last brought the runs of a job, and when one showed it as paused.
    private var runsKnown: [String: Date] = [:]
    private var lastPaused: [String: Date] = [:]
    private var jobsKnown: Date?
    private var seen: Set<Verdict.Identity> = []

    /// Creates judgements of nothing.
    package init() {}

    /// What is wrong with a job, worst first.
    package func verdicts(on job: String) -> [Verdict] { verdicts[job] ?? [] }

    /// What is wrong with a run, worst first.
    package func verdicts(on run: RunKey) -> [Verdict] { verdicts(on: run.job).filter { $0.run == run.run } }

    /// Judges what an answer was about.
    ///
    /// - Parameters:
    ///   - answered: when the answer arrived, as the records note it.
    ///   - time: when the platform answered, by its own clock.
    mutating func judge(_ topic: Topic, in records: Records, answered: Moment, at time: Date) {
        let before = verdicts
        switch topic {
        case .jobs:
            let jobs = records.jobs?.jobs ?? []
            let ids = Set(jobs.map(\.id))
            verdicts = verdicts.filter { ids.contains($0.key) }
            runsKnown = runsKnown.filter { ids.contains($0.key) }
            lastPaused = lastPaused.filter { ids.contains($0.key) }
            jobsKnown = time
            for job in jobs where job.state == .known(.paused) { lastPaused[job.id] = time }
            for job in jobs { judge(job.id, in: records, at: time) }
        case .newestRuns(let job), .runs(let job, _), .farRuns(let job, _):
            guard let listing = records.listings[job] else { return }
            // An answer about rows further down does not make the others newer.
            let brought = listing.runs.prefix(Self.mostRuns).filter { listing.known($0.id) == answered }
            for run in brought { observations.note(run, at: time) }
            if brought.first?.id == listing.runs.first?.id { runsKnown[job] = time }
            judge(job, in: records, at: time)
        case .run(let key):
            if let run = records.run(key) { observations.note(run, at: time) }
            judge(key.job, in: records, at: time)
        }
        if verdicts != before { group(records) }
    }

    private mutating func judge(_ id: String, in records: Records, at time: Date) {
        guard let job = records.job(id), let listing = records.listings[id] else { return }
        // An answer about the jobs does not make the runs newer.
        let facts = JobFacts(
            job: job, runs: Array(listing.runs.prefix(Self.mostRuns)), known: runsKnown[id] ?? time, jobKnown: jobsKnown,
            lastPaused: lastPaused[id], unreadableRows: listing.badRows.count)
        let found = Judge().verdicts(on: facts, observations)
        verdicts[id] = found.isEmpty ? nil : found
    }

    private mutating func group(_ records: Records) {
        let all = verdicts.keys.sorted().flatMap { verdicts[$0] ?? [] }.filter(\.isProblem)
        let grouped = Problem.grouped(all, jobs: records.job)
        // An acknowledged problem that is over counts as a new one when it returns.
        seen.formIntersection(grouped.map(\.identity))
        problems = grouped.filter { !seen.contains($0.identity) }
        acknowledged = grouped.filter { seen.contains($0.identity) }
    }

    /// Puts a problem among the acknowledged ones, or back.
    mutating func toggleAcknowledged(_ identity: Verdict.Identity, in records: Records) {
        if seen.remove(identity) == nil { seen.insert(identity) }
        group(records)
    }
}
