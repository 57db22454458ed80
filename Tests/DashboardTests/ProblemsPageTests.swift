import Dashboard
import FoundationEssentials
import Insight
import Intuned
import Testing
import TextScreen

/// The page of problems: what it opens, and how old it says that it is.
struct ProblemsPageTests {
    private func problems() -> Sitting {
        var sitting = Sitting(columns: 120, rows: 40)
        sitting.answer(jobs: [Samples.job("nightly-prices"), Samples.job("orders-sync")])
        sitting.answer(runs: [Samples.failed], of: "nightly-prices")
        sitting.answer(runs: [Samples.waiting], of: "orders-sync")
        sitting.press(.character("!"))
        return sitting
    }

    private func header(_ sitting: Sitting) -> Substring { draw(sitting.state).text.prefix { $0 != "\n" } }

    @Test func pageIsAsOldAsTheOldestAnswerAboutRuns() {
        var sitting = problems()
        #expect(header(sitting).contains("live <5s"))
        sitting.pass(50)
        sitting.answer(jobs: [Samples.job("nightly-prices"), Samples.job("orders-sync")])
        #expect(header(sitting).contains(" <1m"))
    }

    @Test func runsOfAllJobsAreAskedForAsOnTheListOfJobs() {
        var sitting = problems()
        _ = sitting.taken()
        sitting.pass(20)
        #expect(sitting.taken().contains(.call(.first, .newestRuns(job: "orders-sync"))))
    }

    @Test func pastTimesAreAsThePlatformSaysWhereverTheyStand() throws {
        var sitting = problems()
        sitting.answer(run: Samples.waiting, of: "orders-sync", serverTime: sitting.now.wall.addingTimeInterval(-60))
        #expect(sitting.state.profile.skew == -60)
        let since = try #require(sitting.state.judgements.problems.first?.since)
        let time = Wording.timeOfDay(since, now: sitting.now.wall, .fixed(0))
        sitting.press(.character("t"))
        let row = draw(sitting.state).text.split(separator: "\n").first { $0.contains("NEW   orders-sync") } ?? ""
        #expect(row.contains("  \(time)"), "\(row)")
        sitting.press(.escape)
        #expect(draw(sitting.state).text.contains(", since \(time)"), "\(draw(sitting.state).text)")
    }

    @Test func enterGoesToTheRunThatShowsTheProblem() {
        var sitting = problems()
        sitting.press(.enter)
        guard case .run(let page) = sitting.state.page else {
            Issue.record("no run is shown")
            return
        }
        #expect([Samples.failed.id, Samples.waiting.id].contains(page.key.run))
    }
}
