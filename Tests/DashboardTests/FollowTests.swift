import Dashboard
import Intuned
import Testing
import TextScreen

/// A page that stays with a job and not with a run.
struct FollowTests {
    private static let job = "nightly-prices"

    private func following(_ runs: [JobRun], next: Double? = nil) -> Sitting {
        var sitting = Sitting(columns: 120, rows: 40)
        sitting.answer(jobs: [Samples.job(Self.job, next: next)])
        sitting.answer(runs: runs, of: Self.job)
        sitting.press(.character("F"))
        return sitting
    }

    @Test func activeRunIsShownBelowTheLastOutcome() {
        let text = draw(following([Samples.underWay, Samples.well]).state).text
        #expect(text.contains("last run 00000002 succeeded after 15m"))
        #expect(text.contains("652 of 1,000"))
    }

    @Test func nextRunTakesThePlaceOfTheOneThatEnded() {
        var sitting = following([Samples.underWay, Samples.well], next: 300)
        let ended = Samples.run(1, .success, ago: 751, took: 750, of: 1000, ok: 1000, failed: 0)
        sitting.answer(runs: [ended, Samples.well], of: Self.job)
        #expect(draw(sitting.state).text.contains("last run 00000001 succeeded"))
        #expect(draw(sitting.state).text.contains("next run in 5m"))
        let next = Samples.run(9, .pending, ago: 3, of: 500, ok: 7, failed: 0)
        sitting.answer(runs: [next, ended, Samples.well], of: Self.job)
        #expect(draw(sitting.state).text.contains("7 of 500"))
        #expect(draw(sitting.state).text.contains("last run 00000001 succeeded"))
    }

    @Test func runThatIsDueIsExpected() {
        let text = draw(following([Samples.well], next: -120).state).text
        #expect(text.contains("expected 17:58, not started for 2m"))
    }
}
