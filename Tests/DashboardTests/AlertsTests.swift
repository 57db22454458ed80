import Dashboard
import Intuned
import Testing
import TextScreen

/// When a user who looks elsewhere is told.
struct AlertsTests {
    private static let job = "nightly-prices"

    private func sitting(isQuiet: Bool = false) -> Sitting {
        var sitting = Sitting(isQuiet: isQuiet)
        sitting.answer(jobs: [Samples.job(Self.job), Samples.job("weekly-report")])
        return sitting
    }

    /// What was announced since the last time.
    private func told(_ sitting: inout Sitting) -> [Announcement] {
        sitting.taken().compactMap { if case .terminal(.announce(let said)) = $0 { said } else { nil } }
    }

    @Test func whatWasSoAtTheStartIsTitleAlone() {
        var sitting = sitting()
        sitting.answer(runs: [Samples.failed], of: Self.job)
        #expect(told(&sitting) == [Announcement(title: "jobtop: 1 problem")])
    }

    @Test func newProblemIsToldOnce() {
        var sitting = sitting()
        sitting.answer(runs: [Samples.well], of: Self.job)
        #expect(told(&sitting) == [Announcement(title: "jobtop: my-project")])
        sitting.answer(runs: [Samples.run(40, .failure, ago: 60, took: 30, ok: 0, failed: 100), Samples.well], of: Self.job)
        #expect(told(&sitting).map(\.text) == ["nightly-prices: failed: every item"])
        sitting.pass(60)
        sitting.answer(runs: [Samples.run(40, .failure, ago: 60, took: 30, ok: 0, failed: 100), Samples.well], of: Self.job)
        #expect(told(&sitting) == [])
    }

    @Test func userAtTheKeysIsNotTold() {
        var sitting = sitting()
        sitting.answer(runs: [Samples.well], of: Self.job)
        sitting.press(.down)
        sitting.pass(59)
        _ = told(&sitting)
        sitting.answer(runs: [Samples.run(40, .failure, ago: 60, took: 30, ok: 0, failed: 100), Samples.well], of: Self.job)
        #expect(told(&sitting) == [Announcement(title: "jobtop: 1 problem")])
    }

    @Test func problemThatReturnsSoonIsTheSame() {
        var sitting = sitting()
        let failed = Samples.run(40, .failure, ago: 60, took: 30, ok: 0, failed: 100)
        let good = Samples.run(41, .success, ago: 30, took: 10, ok: 100, failed: 0)
        sitting.answer(runs: [Samples.well], of: Self.job)
        sitting.answer(runs: [failed, Samples.well], of: Self.job)
        sitting.answer(runs: [good, failed, Samples.well], of: Self.job)
        _ = told(&sitting)
        sitting.pass(300)
        let again = Samples.run(42, .failure, ago: 10, took: 5, ok: 0, failed: 100)
        sitting.answer(runs: [again, good, failed, Samples.well], of: Self.job)
        #expect(told(&sitting).compactMap(\.text) == [])
    }

    @Test func quietSaysNothingAtAll() {
        var sitting = sitting(isQuiet: true)
        sitting.answer(runs: [Samples.well], of: Self.job)
        sitting.answer(runs: [Samples.failed, Samples.well], of: Self.job)
        #expect(told(&sitting) == [])
    }
}
