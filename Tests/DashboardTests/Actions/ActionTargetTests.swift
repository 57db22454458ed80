import Dashboard
import Intuned
import Testing
import TextScreen

/// The target of an action is frozen when it is named, and fresh data is told.
struct ActionTargetTests {
    private static let newer = Samples.run(9, .pending, ago: 1, of: 10, ok: 0, failed: 0)

    /// A refresh between the key and the answer moves every row.
    @Test func twoActionsRacedByARefreshHitTheRightTarget() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.answer(runs: [Self.newer] + Sitting.runs, of: Sitting.job)
        sitting.answerAfresh(Samples.underWay)
        sitting.type(Sitting.ending)
        sitting.answer(runs: [Self.newer] + Sitting.runs.dropFirst(), of: Sitting.job)
        sitting.press(.enter)
        #expect(sitting.sent().map(\.target.run) == [Samples.underWay.id])
        sitting.answer(action: 1)
        // The cursor is on another run now; the second action is about that run.
        let next = sitting.state.page
        sitting.press(.home, .character("K"))
        #expect(next.kind == .runs)
        sitting.answer(runs: [Samples.run(10, .pending, ago: 1)] + Sitting.runs, of: Sitting.job)
        sitting.answer(run: Self.newer, of: Sitting.job)
        sitting.pass(1)
        sitting.type(String(Self.newer.id.suffix(4)))
        sitting.press(.enter)
        #expect(sitting.sent().map(\.target.run) == [Self.newer.id])
    }

    @Test func jobThatMovesInTheListStaysTheTarget() {
        var sitting = Sitting.onJobs()
        sitting.press(.home)
        guard case .jobs(let page) = sitting.state.page, let job = page.cursor.selected else {
            Issue.record("no job is selected")
            return
        }
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs.reversed().filter { $0.id != job } + Samples.jobs.filter { $0.id == job })
        sitting.answer(runs: [], of: job)
        sitting.pass(1)
        sitting.press(.character("y"))
        #expect(sitting.sent().map(\.target.job) == [job])
    }

    @Test func freshAnswerThatChangesTheQuestionSaysSo() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        var over = Samples.underWay
        (over.status, over.endTime) = (.known(.success), Samples.time(0))
        sitting.answerAfresh(over)
        let words = draw(sitting.state).words
        #expect(words.contains("Changed: it was PENDING 2s ago and is SUCCESS now."))
        #expect(words.contains("The run is over (SUCCESS). There is nothing to terminate."))
        sitting.type(Sitting.ending)
        sitting.press(.enter)
        #expect(sitting.sent() == [])
    }

    @Test func changeLeavesAMomentToReadIt() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("Z"))
        sitting.answer(jobs: [Samples.job(Sitting.job, .paused)] + Samples.jobs.dropFirst())
        sitting.press(.character("y"))
        #expect(sitting.sent() == [])
        #expect(draw(sitting.state).words.contains("Changed: it was ACTIVE"))
        sitting.pass(1)
        sitting.press(.character("y"))
        #expect(sitting.sent().map(\.kind) == [.resume])
    }

    @Test func runThatIsGoneIsNamedSo() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.send(.runLoaded(Sitting.key, .failure(.notFound(.jobRun(job: Sitting.job, run: Sitting.key.run), nil))))
        #expect(draw(sitting.state).words.contains("The platform does not know it any more (404)."))
    }

    @Test func outageKeepsTheActionAndSaysWhatIsKnown() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.send(.runLoaded(Sitting.key, .failure(.notReachable(.refused("h")))))
        sitting.pass(1)
        sitting.type(Sitting.ending)
        sitting.press(.enter)
        #expect(sitting.sent() == [])
        let words = draw(sitting.state).words
        #expect(words.contains("No fresh data. h refused the connection."))
        #expect(words.contains("PENDING, data 2s old"))
    }

    @Test func runThatCannotBeReadButWasSeenCanBeTerminated() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.send(.runLoaded(Sitting.key, .failure(.server(status: 500, nil))))
        sitting.pass(1)
        #expect(draw(sitting.state).words.contains("Not read afresh: app.intuned.io returned 500"))
        sitting.type(Sitting.ending)
        sitting.press(.enter)
        #expect(sitting.sent().count == 1)
    }

    @Test func endedRunIsNotAskedAbout() {
        var sitting = Sitting.onRuns()
        sitting.press(.down, .character("K"))
        #expect(sitting.state.actions.dialog == nil)
        #expect(draw(sitting.state).words.contains("The run is over (SUCCESS). There is nothing to terminate."))
    }

    @Test func triggerBesideAnActiveRunSaysSo() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        #expect(draw(sitting.state).words.contains("Run 00000001 is PENDING. A second run may not start."))
    }
}
