import Dashboard
import Intuned
import Testing
import TextScreen

struct WallTests {
    private func wall(_ runs: [JobRun]) -> Sitting {
        var sitting = Sitting(columns: 120, rows: 40)
        sitting.answer(jobs: [Samples.job("nightly-prices")])
        sitting.answer(runs: runs, of: "nightly-prices")
        sitting.press(.character("w"))
        return sitting
    }

    @Test func onlyEscapeArrowsAndQDoSomething() {
        var sitting = wall([Samples.failed])
        for key: Key in [.enter, .character("r"), .character("f"), .character("!"), .character("p"), .character("?"), .tab] {
            sitting.press(key)
            #expect(sitting.state.page.kind == .wall)
        }
        sitting.press(.down, .up, .escape)
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func problemsAreTilesAndWellIsCalm() {
        #expect(draw(wall([Samples.failed]).state).text.contains("× NIGHTLY-PRICES"))
        let calm = draw(wall([Samples.well]).state).text
        #expect(calm.contains("All well, checked 0s ago."))
        #expect(!calm.contains("NIGHTLY-PRICES"))
    }

    @Test func calmWordsMoveEachMinute() {
        var sitting = wall([Samples.well])
        let before = draw(sitting.state).text.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("All well") }
        sitting.pass(61)
        sitting.answer(jobs: [Samples.job("nightly-prices")])
        sitting.answer(runs: [Samples.well], of: "nightly-prices")
        let after = draw(sitting.state).text.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("All well") }
        #expect(before != nil && after != nil && before != after)
    }

    @Test func oldDataIsNoSignal() {
        var sitting = wall([Samples.well])
        sitting.send(.jobsLoaded(.first, .failure(.notReachable(.refused("app.intuned.io")))))
        sitting.pass(600)
        let text = draw(sitting.state).text
        #expect(text.contains("NO SIGNAL FOR 10M"))
        #expect(!text.contains("All well"))
    }

    @Test func acknowledgedProblemLeavesTheWallAndTheLine() {
        var sitting = wall([Samples.failed])
        sitting.press(.escape, .character("!"), .character("a"))
        #expect(draw(sitting.state).text.contains("1 acknowledged"))
        sitting.press(.escape)
        #expect(!draw(sitting.state).text.contains("1 problem"))
        sitting.press(.character("w"))
        #expect(!draw(sitting.state).text.contains("× NIGHTLY-PRICES"))
        sitting.press(.escape, .character("!"), .character("a"), .escape)
        #expect(draw(sitting.state).text.contains("1 problem"))
    }
}
