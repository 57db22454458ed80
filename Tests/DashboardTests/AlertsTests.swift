import Dashboard
import Intuned
import Testing
import TextScreen

/// When jobtop calls somebody, and when it does not.
struct AlertsTests {
    private static let jobs = ["a", "b", "c", "d", "e"]

    /// Somebody who has been away since the first judgements, which found nothing.
    private func sitting(isQuiet: Bool = false, failed: [String] = []) -> Sitting {
        var sitting = Sitting(isQuiet: isQuiet)
        sitting.answer(jobs: Self.jobs.map { Samples.job($0) })
        for job in Self.jobs { failed.contains(job) ? fail(job, &sitting) : succeed(job, &sitting) }
        pass(5, &sitting)
        return sitting
    }

    /// Time passes second by second, as in the event loop.
    private func pass(_ seconds: Int, _ sitting: inout Sitting) { for _ in 0..<seconds { sitting.pass(1) } }

    private func fail(_ job: String, _ sitting: inout Sitting) {
        sitting.answer(runs: [Samples.run(4, .failure, ago: 60, took: 10, ok: 0, failed: 100, job: job)], of: job)
    }

    private func succeed(_ job: String, _ sitting: inout Sitting) {
        sitting.answer(runs: [Samples.run(2, .success, ago: 600, took: 10, ok: 100, failed: 0, job: job)], of: job)
    }

    private func alerts(_ sitting: inout Sitting) -> [String] {
        sitting.taken().compactMap { if case .terminal(.alert(_, let text)) = $0 { text } else { nil } }
    }

    private func titles(_ sitting: inout Sitting) -> [String] {
        sitting.taken().compactMap { if case .terminal(.title(let text)) = $0 { text } else { nil } }
    }

    @Test func newProblemCallsOnce() {
        var sitting = sitting()
        #expect(alerts(&sitting) == [])
        fail("a", &sitting)
        pass(120, &sitting)
        fail("a", &sitting)
        pass(120, &sitting)
        #expect(alerts(&sitting) == ["a: failed: every item"])
    }

    @Test func problemsOfTheStartAreNoNews() {
        var sitting = sitting(failed: ["a", "b"])
        pass(120, &sitting)
        #expect(alerts(&sitting) == [])
    }

    @Test func floodIsOneSummary() {
        var sitting = sitting()
        for job in Self.jobs { fail(job, &sitting) }
        pass(120, &sitting)
        #expect(alerts(&sitting) == ["5 new problems: a, b, c and 2 more"])
    }

    @Test func laterProblemsWaitForTheNextCall() {
        var sitting = sitting()
        fail("a", &sitting)
        pass(10, &sitting)
        #expect(alerts(&sitting).count == 1)
        fail("b", &sitting)
        fail("c", &sitting)
        pass(40, &sitting)
        #expect(alerts(&sitting) == [])
        pass(20, &sitting)
        #expect(alerts(&sitting) == ["2 new problems: b, c"])
    }

    @Test func nobodyAtTheKeysIsCalled() {
        var sitting = sitting()
        sitting.press(.down)
        pass(50, &sitting)
        fail("a", &sitting)
        pass(120, &sitting)
        #expect(alerts(&sitting) == [])
        fail("b", &sitting)
        pass(5, &sitting)
        #expect(alerts(&sitting) == ["b: failed: every item"])
    }

    @Test func focusCountsAsPresenceUntilItIsLost() {
        var sitting = sitting()
        sitting.send(.focusChanged(true))
        fail("a", &sitting)
        pass(5, &sitting)
        #expect(alerts(&sitting) == [])
        sitting.press(.down)
        sitting.send(.focusChanged(false))
        fail("b", &sitting)
        pass(5, &sitting)
        #expect(alerts(&sitting) == ["b: failed: every item"])
    }

    @Test func clickCountsAsPresence() {
        var sitting = sitting()
        sitting.send(.mouseUsed(MouseEvent(.press, column: 0, row: 30)))
        fail("a", &sitting)
        pass(5, &sitting)
        #expect(alerts(&sitting) == [])
    }

    @Test func problemThatReturnsSoonIsNoNews() {
        var sitting = sitting()
        fail("a", &sitting)
        pass(5, &sitting)
        succeed("a", &sitting)
        pass(500, &sitting)
        fail("a", &sitting)
        pass(5, &sitting)
        #expect(alerts(&sitting).count == 1)
        succeed("a", &sitting)
        pass(700, &sitting)
        fail("a", &sitting)
        pass(5, &sitting)
        #expect(alerts(&sitting).count == 1)
    }

    @Test func problemThatClearsBeforeTheCallIsNotTold() {
        var sitting = sitting()
        fail("a", &sitting)
        pass(1, &sitting)
        succeed("a", &sitting)
        pass(120, &sitting)
        #expect(alerts(&sitting) == [])
    }

    @Test func acknowledgedProblemIsNotTold() {
        var sitting = sitting(failed: ["a"])
        sitting.press(.character("!"), .character("a"))
        pass(120, &sitting)
        #expect(titles(&sitting) == ["jobtop: 1 problem", "jobtop"])
        sitting.press(.character("a"))
        pass(120, &sitting)
        #expect(alerts(&sitting) == [])
    }

    @Test func titleCountsProblems() {
        var sitting = sitting()
        #expect(titles(&sitting) == [])
        fail("a", &sitting)
        fail("b", &sitting)
        succeed("a", &sitting)
        succeed("b", &sitting)
        #expect(titles(&sitting) == ["jobtop: 1 problem", "jobtop: 2 problems", "jobtop: 1 problem", "jobtop"])
    }

    @Test func quietSessionTellsNothing() {
        var sitting = sitting(isQuiet: true)
        fail("a", &sitting)
        pass(120, &sitting)
        #expect(!sitting.orders.contains { if case .terminal = $0 { true } else { false } })
    }
}
