import FoundationEssentials
import Insight
import Intuned
import Testing

/// Thirty simulated days of jobs of which the truth is known, polled every few minutes.
struct ReplayTests {
    /// What was judged, and how often it was wrong.
    struct Count: CustomStringConvertible {
        var judged = 0
        var truths = 0
        var wrong: [String] = []
        var missed: [String] = []

        var description: String { "\(truths) true, \(missed.count) missed, \(wrong.count) wrong, judged \(judged) times" }
    }

    /// Seconds after which a verdict must have come: two polls, of which one may fail.
    private static let patience = 1200.0

    private static func noisy(_ dice: inout TestDice) -> ReplayedStart {
        ReplayedStart(work: dice.number(1500...2100), items: dice.number(180...220), failedShare: dice.number(0...0.02))
    }

    /// The jobs, with the kind of verdict on runs that their odd starts deserve.
    private static func jobs() -> [(job: ReplayedJob, odd: (ReplayedRun) -> [String])] {
        func odd(_ number: Int) -> Bool { number > 8 && number % 7 == 3 }
        // More often than one in ten would be usual.
        func rare(_ number: Int) -> Bool { number > 8 && number % 13 == 3 }
        func job(
            _ name: String, hours: [Int] = [], every: Double = 7200, jitter: Double = 300, seed: Int,
            _ change: @escaping (inout ReplayedStart, Int) -> Void
        ) -> ReplayedJob {
            ReplayedJob(name, every: every, byCalendar: hours, jitter: jitter, seed: seed) { number, dice in
                var start = noisy(&dice)
                change(&start, number)
                return start
            }
        }
        return [
            (job("healthy", seed: 1) { _, _ in }, { _ in [] }),
            (job("healthy-by-calendar", hours: [2, 9, 17], seed: 2) { _, _ in }, { _ in [] }),
            (
                job("fails", seed: 3) { start, number in
                    if number > 120 && number < 200 || number % 40 == 20 { (start.status, start.failedShare) = (.failure, 1) }
                    if number % 50 == 10 { start.blocked = .insufficientResourceCredits }
                }, { _ in [] }
            ),
            (
                job("stuck", seed: 4) { start, number in
                    if odd(number) { start.rest = (0.4, number % 2 == 0 ? 3600 : 20_000, nil) }
                    start.isStopped = odd(number) && number % 3 == 0
                }, { _ in [] }
            ),
            (
                job("misses-an-interval", seed: 5) { start, number in
                    start.isSkipped = odd(number) || number > 200 && number < 206
                }, { _ in [] }
            ),
            (
                job("misses-by-calendar", hours: [3, 15], jitter: 600, seed: 6) { start, number in
                    start.isSkipped = number % 9 == 4 || number > 40 && number < 45
                }, { _ in [] }
            ),
            (
                job("waits", seed: 7) { start, number in
                    if odd(number) { start.rest = (0.5, Double(number) * 200, .authSessionInvalidMidJob) }
                }, { _ in [] }
            ),
            (
                job("slow", seed: 8) { start, number in if rare(number) { start.work *= 3 } },
                { $0.start.work > 4000 ? ["slow"] : [] }
            ),
            (
                job("more-failures", hours: [1, 7, 13, 19], seed: 9) { start, number in
                    if rare(number) { start.failedShare = 0.3 }
                },
                { $0.start.failedShare > 0.2 ? ["more-failures"] : [] }
            ),
            (
                job("nothing", seed: 10) { start, number in
                    if rare(number) { (start.items, start.work) = (number % 2 == 0 ? 0 : 20, 60) }
                }, { $0.start.items == 0 ? ["succeeded-with-nothing"] : $0.start.items < 30 ? ["far-fewer-items"] : [] }
            ),
        ]
    }

    @Test func thirtyDaysBringNoWrongAndNoMissedVerdict() {
        var (hard, soft) = (Count(), Count())
        for (number, entry) in Self.jobs().enumerated() {
            replay(entry.job, entry.odd, dice: TestDice(100 + number), &hard, &soft)
        }
        print("failed, missed, stuck, waits for a person, did not start: \(hard)")
        print("others: \(soft)")
        #expect(hard.wrong.isEmpty, "\(hard.wrong.prefix(12))")
        #expect(hard.missed.isEmpty, "\(hard.missed.prefix(12))")
        #expect(hard.truths > 200 && soft.truths > 60)
        #expect(soft.wrong.count * 50 <= soft.truths, "\(soft.wrong.prefix(12))")
        #expect(soft.missed.count * 50 <= soft.truths, "\(soft.missed.prefix(12))")
    }

    private func replay(
        _ job: ReplayedJob, _ odd: (ReplayedRun) -> [String], dice: TestDice, _ hard: inout Count, _ soft: inout Count
    ) {
        var dice = dice
        let grace = max(600, job.schedule.intervals.isEmpty ? 0 : 720.0)
        var truth = ReplayTruth(job, grace: grace)
        let lasting = Double(ReplayedJob.days) * 86_400
        for run in job.runs where run.ended < ReplayedJob.begin + lasting - 3600 {
            for kind in odd(run) { truth.say(kind, of: run) }
        }
        var seen = Observations()
        var (known, lastPaused): (Date?, Date?) = (nil, nil)
        var (item, runs): (JobListItem?, [JobRun]) = (nil, [])
        var shown: [(name: String, time: Date)] = []
        var ofRuns: Set<String> = []
        for (time, isOfRuns) in polls(&dice) {
            if isOfRuns {
                runs = job.listing(at: time)
                for run in runs { seen.note(run, at: time) }
                known = time
            } else {
                item = job.item(at: time, lingers: job.name.count.isMultiple(of: 2) ? 1500 : 0)
                if item?.state == .known(.paused) { lastPaused = time }
            }
            guard let item, let known else { continue }
            let facts = JobFacts(job: item, runs: runs, known: known, jobKnown: time, lastPaused: lastPaused)
            for verdict in Judge().verdicts(on: facts, seen) {
                let name = verdict.kind.name
                if ReplayTruth.isTimed(name) {
                    shown.append((name, known))
                    if !truth.allows(name, at: known) { hard.wrong.append("\(job.name) \(name) at \(known)") }
                } else {
                    ofRuns.insert("\(verdict.run ?? job.name) \(name)")
                }
            }
            hard.judged += 1
        }
        soft.judged = hard.judged
        for episode in truth.episodes where episode.name != "late" && episode.to.timeIntervalSince(episode.from) > Self.patience {
            hard.truths += 1
            let first = shown.first { $0.name == episode.name && $0.time >= episode.from && $0.time <= episode.to }
            if first.map({ $0.time > episode.from + Self.patience }) ?? true {
                hard.missed.append("\(job.name) \(episode.name) from \(episode.from)")
            }
        }
        soft.truths += truth.ofRuns.count
        soft.missed += truth.ofRuns.subtracting(ofRuns).sorted()
        soft.wrong += ofRuns.subtracting(truth.ofRuns).subtracting(truth.arguable).sorted()
    }

    /// The times of the answers about the runs and about the job, in the order in which they come: some are late, some fail.
    private func polls(_ dice: inout TestDice) -> [(time: Date, isOfRuns: Bool)] {
        var polls: [(time: Date, comes: Date, isOfRuns: Bool)] = []
        for isOfRuns in [true, false] {
            var time = ReplayedJob.begin
            while time < ReplayedJob.begin + Double(ReplayedJob.days) * 86_400 {
                time += isOfRuns ? dice.number(200...500) : dice.number(300...900)
                if !dice.chance(0.05) { polls.append((time, time + dice.number(0...90), isOfRuns)) }
            }
        }
        return polls.sorted { $0.comes < $1.comes }.map { ($0.time, $0.isOfRuns) }
    }
}
