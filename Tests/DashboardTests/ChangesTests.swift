import Dashboard
import Intuned
import Testing
import TextScreen

/// What the latest answer changed is marked for a second.
@Suite struct ChangesTests {
    private static let later: JobRun = {
        var run = Samples.underWay
        (run.successfulRuns, run.failedRuns) = (655, 12)
        return run
    }()

    private func runs(isStill: Bool = false) -> Sitting {
        let page = Page.runs(RunsPage(profile: .first, job: "nightly-prices"))
        // Too low for a preview of the selected run, which marks the same.
        var sitting = Sitting(rows: 20, pages: [page], isStill: isStill)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.underWay, Samples.well], of: "nightly-prices")
        sitting.pass(3)
        return sitting
    }

    /// The texts on the screen that are marked, from left to right and from top to bottom.
    private func marked(_ sitting: Sitting) -> [String] {
        let canvas = draw(sitting.state)
        return (0..<canvas.size.rows).flatMap { canvas.runs(inRow: $0).filter(\.isChanged).map(\.text) }
    }

    @Test func firstAnswerMarksNothing() {
        #expect(marked(runs()) == [])
    }

    @Test func changedNumbersAreMarkedForASecond() {
        var sitting = runs()
        sitting.answer(runs: [Self.later, Samples.well], of: "nightly-prices")
        #expect(marked(sitting) == ["66 %", "655", "333"])
        #expect(sitting.state.wakesAt <= sitting.now.uptime + 1)
        sitting.pass(0.9)
        #expect(marked(sitting) == ["66 %", "655", "333"])
        sitting.pass(0.1)
        #expect(marked(sitting) == [])
    }

    @Test func equalAnswerMarksNothing() {
        var sitting = runs()
        sitting.answer(runs: [Samples.underWay, Samples.well], of: "nightly-prices")
        #expect(marked(sitting) == [])
    }

    @Test func endOfARunMarksItsSignAndItsStatus() {
        var sitting = runs()
        var ended = Samples.underWay
        (ended.status, ended.endTime) = (.known(.failed), Samples.time(0))
        sitting.answer(runs: [ended, Samples.well], of: "nightly-prices")
        #expect(marked(sitting) == ["×", "FAILED"])
    }

    @Test func changesOfAnOpenRunAreMarkedInItsGauge() {
        var sitting = Sitting(pages: [.run(RunPage(key: PeekTests.key(Samples.underWay)))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(run: Samples.underWay, of: "nightly-prices")
        sitting.pass(3)
        sitting.answer(run: Self.later, of: "nightly-prices")
        #expect(marked(sitting) == ["667 of 1,000", "333 left", "655 ok", "66 %"])
    }

    @Test func stillScreenMarksNothing() {
        var sitting = runs(isStill: true)
        sitting.answer(runs: [Self.later, Samples.well], of: "nightly-prices")
        #expect(marked(sitting) == [])
    }
}
