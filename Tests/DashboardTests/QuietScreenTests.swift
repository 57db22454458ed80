import Dashboard
import Intuned
import Testing
import TextScreen

/// How much of the screen changes while nothing but time passes: each cell is sent to a terminal, perhaps over a slow line.
@Suite struct QuietScreenTests {
    /// Cells other than the clock's that change with each second, over a minute in which answers bring nothing new, after one in which
    /// the page comes to rest.
    private func ticks(_ pages: [Page], answer: (inout Sitting) -> Void) -> Int {
        var sitting = Sitting(pages: pages)
        sitting.answer(jobs: Samples.jobs)
        answer(&sitting)
        var changed = 0
        for second in 1...120 {
            let before = draw(sitting.state)
            sitting.pass(1)
            if second.isMultiple(of: 3) { answer(&sitting) }
            let after = draw(sitting.state)
            for row in 0..<after.size.rows {
                for column in 0..<after.size.columns where second > 60 && (row > 0 || column < after.size.columns - 9) {
                    if before[column, row] != after[column, row] { changed += 1 }
                }
            }
        }
        return changed
    }

    @Test func onlyTheClockTicksOnTheJobs() {
        let changed = ticks([]) { sitting in
            sitting.answer(jobs: Samples.jobs)
            for job in Samples.jobs {
                sitting.answer(runs: [Samples.run(9, .success, ago: 30, took: 20, of: 10, ok: 10, failed: 0)], of: job.id)
            }
        }
        #expect(changed < 60, "less than a cell a second: \(changed)")
    }

    @Test func onlyTheClockTicksOnTheRuns() {
        let changed = ticks([.runs(RunsPage(profile: .first, job: "nightly-prices"))]) { sitting in
            sitting.answer(runs: [Samples.underWay, Samples.well], of: "nightly-prices")
        }
        #expect(changed < 180, "the preview counts the seconds of the selected run: \(changed)")
    }

    @Test func onlyTheClocksTickOnARun() {
        let changed = ticks([.run(RunPage(key: PeekTests.key(Samples.underWay)))]) { sitting in
            sitting.answer(run: Samples.underWay, of: "nightly-prices")
        }
        #expect(changed < 180, "the headline counts the seconds of the run: \(changed)")
    }
}
