import Dashboard
import Intuned
import Testing
import TextScreen

/// The wall: what it shows and which keys it takes.
struct WallTests {
    private func sitting(jobs: [String], failed: Int, columns: Int = 80, rows: Int = 24) -> Sitting {
        var sitting = Sitting(columns: columns, rows: rows)
        sitting.answer(jobs: jobs.map { Samples.job($0) })
        for (place, job) in jobs.enumerated() {
            let run =
                place < failed
                ? Samples.run(4, .failure, ago: 60, took: 10, ok: 0, failed: 100, job: job)
                : Samples.run(2, .success, ago: 600, took: 10, ok: 100, failed: 0, job: job)
            sitting.answer(runs: [run], of: job)
        }
        sitting.press(.character("w"))
        return sitting
    }

    private func names(_ count: Int) -> [String] { (0..<count).map { "job-\($0 < 10 ? "0" : "")\($0)" } }

    private func words(_ sitting: Sitting) -> String { draw(sitting.state).words }

    @Test func keysButItsOwnAreIgnored() {
        var sitting = sitting(jobs: names(3), failed: 1)
        #expect(sitting.state.page.kind == .wall)
        _ = sitting.taken()
        let ignored = "abcdefghijklmnoprstuvxyzABCQW!?/,+- ".map { Key.character($0) }
        for key in ignored + [.enter, .tab, .backTab, .home, .end, .pageUp, .pageDown, .backspace, .function(1), .function(10)] {
            sitting.press(key)
        }
        #expect(sitting.state.page.kind == .wall)
        #expect(!sitting.taken().contains(.quit))
        sitting.press(.escape)
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func letterQQuits() {
        var sitting = sitting(jobs: names(3), failed: 1)
        sitting.press(.character("q"))
        #expect(sitting.taken().contains(.quit))
    }

    @Test(arguments: [(80, 24), (120, 40), (40, 10)]) func tilesTurnByTimeAndByArrows(columns: Int, rows: Int) {
        var sitting = sitting(jobs: names(40), failed: 40, columns: columns, rows: rows)
        let first = words(sitting)
        sitting.pass(9)
        #expect(words(sitting).contains("1/"))
        sitting.pass(2)
        #expect(words(sitting).contains("2/"))
        sitting.press(.left)
        #expect(words(sitting).contains("1/"))
        sitting.press(.up)
        sitting.press(.right, .down)
        #expect(words(sitting).contains("2/"))
        #expect(first.contains("JOB-"))
    }

    @Test func everyProblemHasATile() {
        var sitting = sitting(jobs: names(40), failed: 40)
        var seen = ""
        for _ in 0..<10 {
            seen += words(sitting)
            sitting.press(.right)
        }
        for name in names(40) { #expect(seen.contains(name.uppercased())) }
    }

    @Test func calmTextMovesEveryMinute() {
        var sitting = sitting(jobs: names(3), failed: 0)
        let pictures = (0..<5).map { _ in
            sitting.answer(jobs: names(3).map { Samples.job($0) })
            for job in names(3) { sitting.answer(runs: [], of: job) }
            #expect(words(sitting).contains("All well, checked 0 seconds ago"))
            let picture = draw(sitting.state)
            sitting.pass(60)
            return picture
        }
        #expect(Set(pictures.map(\.picture)).count == 5)
    }

    @Test func acknowledgedProblemIsNotOnTheWall() {
        var sitting = sitting(jobs: names(3), failed: 1)
        #expect(!words(sitting).contains("All well"))
        sitting.press(.escape, .character("!"), .character("a"), .character("w"))
        #expect(words(sitting).contains("All well"))
        #expect(words(sitting).contains("1 acknowledged"))
    }

    @Test(arguments: [0, 2]) func failingRequestsAreNoSignal(failed: Int) {
        var sitting = sitting(jobs: names(3), failed: failed, columns: 40, rows: 10)
        #expect(!words(sitting).contains("NO SIGNAL"))
        sitting.pass(20)
        sitting.send(.jobsLoaded(.first, .failure(.notReachable(.refused("app.intuned.io")))))
        sitting.pass(60)
        #expect(words(sitting).contains("NO SIGNAL"))
        #expect(words(sitting).contains("since"))
        #expect(!words(sitting).contains("All well"))
    }

    @Test func projectWithoutJobsIsNotCalledWell() {
        let sitting = sitting(jobs: [], failed: 0)
        #expect(words(sitting).contains("The project has no jobs"))
        #expect(!words(sitting).contains("All well"))
    }

    @Test func pausedPollingIsNotCalledWell() {
        var sitting = sitting(jobs: names(3), failed: 0)
        sitting.press(.escape, .character("p"), .character("w"))
        #expect(words(sitting).contains("paused, since"))
        #expect(!words(sitting).contains("All well"))
    }

    @Test func missingAnswersAreNotCalledWell() {
        var sitting = Sitting(columns: 80, rows: 24)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [], of: "orders-sync")
        sitting.press(.character("w"))
        #expect(words(sitting).contains("Checked 1 of 4 jobs"))
        #expect(!words(sitting).contains("All well"))
    }

    @Test func everyJobIsAskedForOnTheWall() {
        var sitting = sitting(jobs: names(3), failed: 0)
        _ = sitting.taken()
        sitting.pass(70)
        let asked = sitting.taken()
        for job in names(3) { #expect(asked.contains(.call(.first, .newestRuns(job: job)))) }
    }

}
