import FoundationEssentials
import Insight
import Intuned
import Testing

/// Verdicts while facts only move on: each comes at most once and goes at most once, whenever the answers come.
struct FlickerTests {
    /// What was shown of a verdict over time.
    private struct Course {
        var appeared = 0
        var isShown = false

        mutating func note(_ isThere: Bool) {
            if isThere && !isShown { appeared += 1 }
            isShown = isThere
        }
    }

    /// A run that moves on, fails, rests and ends at random, after usual ones.
    private static func run(_ dice: inout TestDice) -> ReplayedRun {
        var start = ReplayedStart(
            work: dice.number(300...12_000), items: dice.number(1...400), failedShare: dice.chance(0.3) ? dice.number(0...1) : 0)
        if dice.chance(0.4) {
            start.rest = (dice.number(0.1...0.9), dice.number(60...9000), dice.chance(0.5) ? .authSessionInvalidMidJob : nil)
        }
        start.isStopped = start.rest != nil && dice.chance(0.3)
        if start.failedShare > 0.8 { start.status = .failure }
        return ReplayedRun(id: "run", created: Facts.now.addingTimeInterval(-20_000), start: start)
    }

    @Test(arguments: 0..<60) func noVerdictOfARunComesTwice(seed: Int) {
        var dice = TestDice(seed)
        let run = Self.run(&dice)
        let old = Facts.ordinary(12, from: 400)
        var (seen, time) = (Observations(), run.created)
        var courses: [String: Course] = [:]
        var runs = old
        var known = time
        while time < run.ended + 3600 {
            time += dice.number(2...400)
            // Answers about the job come between those about its runs and tell nothing new of the runs.
            if dice.chance(0.7) {
                runs = [run.answer(at: time)] + old
                known = time
                for run in runs { seen.note(run, at: time) }
            }
            let job = Facts.job(next: -600, every: nil)
            let verdicts = Judge().verdicts(on: JobFacts(job: job, runs: runs, known: known, jobKnown: time), seen)
            let names = Set(verdicts.map(\.kind.name))
            for name in names.union(courses.keys) { courses[name, default: Course()].note(names.contains(name)) }
        }
        for (name, course) in courses { #expect(course.appeared == 1, "\(name) of \(run)") }
    }

    @Test(arguments: 0..<20) func noVerdictComesOrGoesWithALateAnswer(seed: Int) {
        var dice = TestDice(1000 + seed)
        let run = Self.run(&dice)
        let known = run.created + dice.number(30...run.ended.timeIntervalSince(run.created) + 600)
        var seen = Observations()
        seen.note(run.answer(at: known), at: known)
        let runs = [run.answer(at: known)] + Facts.ordinary(12, from: 400)
        let job = Facts.job(next: 380)
        func names(_ later: Double) -> [String] {
            let facts = JobFacts(job: job, runs: runs, known: known, jobKnown: known + later)
            return Judge().verdicts(on: facts, seen).map(\.kind.name)
        }
        for later in [1.0, 60, 3600, 40_000] { #expect(names(later) == names(0)) }
    }

    @Test func newAnswerAboutAnotherRunMakesNoRunStuck() {
        let run = Facts.run("a", .pending, started: 12, ok: 50, payloads: 100, updated: 11)
        var seen = Observations()
        seen.note(run, at: Facts.now.addingTimeInterval(-300))
        #expect(!Facts.names([run] + Facts.ordinary(), seen).contains("stuck"))
    }

    @Test func runThatGrowsKeepsItsVerdictOfMoreFailures() {
        let small = Facts.run("a", .pending, started: 5, ok: 0, failed: 6, payloads: 8, updated: 0)
        let grown = Facts.run("a", .pending, started: 6, ok: 3, failed: 6, payloads: 800, updated: 0)
        #expect(
            Facts.names([small] + Facts.ordinary()).contains("more-failures")
                || !Facts.names([grown] + Facts.ordinary()).contains("more-failures"))
        #expect(Facts.names([small] + Facts.ordinary()).contains("more-failures"))
    }

    @Test func failedRunsStayNamedWhileALaterOneCannotStart() {
        let failed = (0..<3).map { Facts.run("f\($0)", .failure, started: 20 + Double($0), took: 1, ok: 0, failed: 40) }
        let blocked = Facts.run("b", .canceled, started: 5, took: 0, ok: 0, reason: .insufficientResourceCredits)
        #expect(
            Set(Facts.names([blocked] + failed + Facts.ordinary())) == [
                "failed", "did-not-start:insufficient-resource-credits",
            ])
    }

    @Test func oneQuietStretchDoesNotEndFlapping() {
        func runs(_ bad: Set<Int>) -> [String] {
            Facts.names(
                (0..<16).map { Facts.run("r\($0)", bad.contains($0) ? .failure : .success, started: 70 + Double($0) * 60) })
        }
        #expect(!runs([4, 9]).contains("flapping"))
        #expect(runs([5, 7, 9]).contains("flapping"))
        #expect(!runs([9, 11, 13]).contains("flapping"))
    }

    @Test func runInTheQueueForAMomentOverlapsNothing() {
        let runs = [0.5, 5].map { Facts.run("a\($0)", .pending, started: $0, updated: 0) } + Facts.ordinary()
        #expect(!Facts.names(runs).contains("overlaps"))
    }

    @Test func pauseOfAJobIsCountedFromItsOwnTime() {
        var job = Facts.job(.paused, next: nil)
        job.reason = JobReason(type: .known(.paused), timestamp: Facts.ago(60))
        #expect(Facts.names(Facts.ordinary(10, from: 3000), job: job) == [])
        job.reason?.timestamp = Facts.ago(1500)
        #expect(Facts.names(Facts.ordinary(10, from: 3000), job: job) == ["paused-for-long"])
    }
}
