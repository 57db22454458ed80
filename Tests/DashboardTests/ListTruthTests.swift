import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// Lists say how old each row is, how long a run took, and which run is which.
@Suite struct ListTruthTests {
    private let job = "nightly-prices"

    private func onRuns(_ runs: [JobRun], total: Int? = nil) -> Sitting {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: runs, of: job, total: total)
        _ = sitting.taken()
        return sitting
    }

    /// A run with this id, otherwise equal to the given one.
    private func run(_ id: String, like run: JobRun = Samples.well) -> JobRun {
        JobRun(
            id: id, status: run.status, workspaceID: run.workspaceID, projectID: run.projectID, jobID: run.jobID,
            startTime: run.startTime, endTime: run.endTime, createdAt: run.createdAt, updatedAt: run.updatedAt, type: run.type,
            payloads: run.payloads, successfulRuns: run.successfulRuns, failedRuns: run.failedRuns, error: nil, reason: nil,
            snapshot: nil)
    }

    private func times(_ orders: [Effect], _ wanted: (Effect) -> Bool) -> Int { orders.count(where: wanted) }

    @Test func aFinalRunWithoutAnEndDoesNotCountOn() {
        var over = Samples.run(9, .canceled, ago: 5000, of: 10)
        over.endTime = nil
        over.updatedAt = Samples.time(4100)
        var sitting = onRuns([over])
        #expect(draw(sitting.state).words.contains("<15m"))
        sitting.pass(3600)
        sitting.answer(runs: [over], of: job)
        #expect(draw(sitting.state).words.contains("<15m"))
        over.updatedAt = nil
        sitting.answer(runs: [over], of: job)
        #expect(RunDuration(of: over, known: sitting.now.wall) == nil)
        over.updatedAt = Samples.time(4100)
        sitting.press(.enter)
        sitting.answer(run: over, of: job)
        #expect(draw(sitting.state).words.contains("at most 15m (no end time"))
    }

    @Test func aRunThatHasJustEndedIsAskedForUntilItsResultsAreThere() {
        let ended = Samples.run(8, .success, ago: 100, took: 90, ok: 100, failed: 0)
        let key = RunKey(profile: .first, job: job, run: ended.id)
        var sitting = Sitting(columns: 240, pages: [.run(RunPage(key: key))])
        sitting.answer(run: ended, of: job)
        let sentence = "The run has just ended. jobtop waits up to 10m for its results."
        #expect(draw(sitting.state).words.contains(sentence))
        _ = sitting.taken()
        sitting.pass(4)
        #expect(sitting.taken().contains(.call(.first, .run(key))))
        sitting.answer(run: ended, of: job, results: Samples.results)
        #expect(sitting.state.age?.freshness == .settled)
        sitting.pass(30)
        #expect(!sitting.taken().contains(.call(.first, .run(key))))
    }

    @Test func resultsThatDoNotComeAreAwaitedForTenMinutes() {
        let ended = Samples.run(8, .success, ago: 100, took: 90, ok: 100, failed: 0)
        let key = RunKey(profile: .first, job: job, run: ended.id)
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        var asked: [Double] = []
        for _ in 0..<1200 {
            if sitting.taken().contains(.call(.first, .run(key))) {
                asked.append(sitting.now.uptime)
                sitting.answer(run: ended, of: job)
            }
            sitting.pass(1)
        }
        #expect((asked.last ?? 0) - (asked.first ?? 0) > 500)
        #expect((asked.last ?? 0) - (asked.first ?? 0) < 605)
        #expect(sitting.state.age?.freshness == .settled)
    }

    @Test func aRunThatEndedLongAgoIsAskedForOnce() {
        let key = RunKey(profile: .first, job: job, run: Samples.partly.id)
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.partly, of: job)
        _ = sitting.taken()
        sitting.pass(60)
        #expect(!sitting.taken().contains(.call(.first, .run(key))))
    }

    @Test func theHeaderOfTheJobsIsAsOldAsTheOldestRowOnTheScreen() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        for job in Samples.jobs { sitting.answer(runs: [Samples.well], of: job.id) }
        sitting.pass(40)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.well], of: job)
        sitting.pass(2)
        #expect(draw(sitting.state).words.contains("● live <1m"))
        sitting.pass(100)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.well], of: job)
        #expect(draw(sitting.state).words.contains("▲ late 2m"))
        #expect(draw(sitting.state).words.contains("2m old:"))
    }

    /// The platform reports a million runs and has one.
    @Test func aTotalThatIsTooLargeDoesNotMakeAStorm() {
        let one = Samples.underWay
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job))])
        var pages = 0
        var late: [Double] = []
        for _ in 0..<180 {
            for order in sitting.taken() {
                switch order {
                case .call(_, .jobs): sitting.answer(jobs: Samples.jobs)
                case .call(_, let topic):
                    guard topic.pageOfRuns?.job == job, let page = topic.pageOfRuns?.number else { continue }
                    if topic != .newestRuns(job: job) { pages += 1 }
                    sitting.answer(
                        runs: [one], of: job, total: 1_000_000, page: topic == .newestRuns(job: job) ? nil : page)
                default: break
                }
            }
            sitting.pass(1)
            if sitting.state.age?.freshness != .live { late.append(sitting.now.uptime) }
        }
        #expect(pages <= 2)
        #expect(late.isEmpty)
    }

    @Test func readingFarDownLeavesRequestsForTheNewestRuns() {
        let runs = (0..<5000).map { Samples.run(5000 + $0, $0 == 0 ? .pending : .success, ago: Double($0), took: 0) }
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job))])
        var silence = 0.0
        var answered = sitting.now.uptime
        for _ in 0..<240 {
            for order in sitting.taken() {
                guard case .call(_, let topic) = order, let (_, page, size) = topic.pageOfRuns else { continue }
                if topic == .newestRuns(job: job) { answered = sitting.now.uptime }
                let rows = Array(runs.dropFirst(page * size).prefix(size))
                sitting.answer(runs: rows, of: job, total: 5000, page: topic == .newestRuns(job: job) ? nil : page)
            }
            sitting.press(.end)
            sitting.pass(0.5)
            silence = max(silence, sitting.now.uptime - answered)
        }
        #expect(silence < 16)
        #expect(sitting.state.polling.budget.used(at: sitting.now.uptime) <= 20)
    }

    @Test func idsThatBeginAlikeAreToldApart() {
        let nightly = (0..<8).map { run("run-\($0)-of-nightly") }
        #expect(draw(onRuns(nightly).state).words.contains("run-3-of"))
        let dated = (0..<3).map { run("nightly-2026-11-27-no-\($0)") }
        let words = draw(onRuns(dated).state).words
        for number in 0..<3 { #expect(words.contains("-no-\(number)"), "\(words)") }
    }

    @Test func anIDIsShortWhileThatTellsItApart() {
        let words = draw(onRuns([Samples.well, Samples.partly]).state).words
        #expect(words.contains("00000002 "))
        #expect(!words.contains("00000002-1111 "))
    }

    @Test func aTimeOfAnotherYearIsADateInEveryList() {
        let old = Samples.run(7, .success, ago: 400 * 86_400, took: 60)
        var sitting = onRuns([old])
        sitting.press(.character("t"))
        #expect(draw(sitting.state).words.contains("2025-10-19"))
        sitting.press(.escape)
        #expect(draw(sitting.state).words.contains("2025-10-19"))
    }

    @Test(arguments: PageKind.allCases) func theHelpOfEveryPageNamesEveryKey(kind: PageKind) {
        var sitting = Sitting(rows: 200, pages: [.help(HelpPage(about: kind))])
        sitting.send(.timePassed)
        let words = draw(sitting.state).words
        for (binding, _) in Keymap.standard.all { #expect(words.contains(binding.help), "\(binding.help)") }
    }
}
