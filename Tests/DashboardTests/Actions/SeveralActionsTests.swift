import Dashboard
import Intuned
import Testing
import TextScreen

/// Actions on several marked runs or jobs: one question, one request after another, an outcome for each.
struct SeveralActionsTests {
    private static let active = (0..<3).map { Samples.run(20 + $0, .pending, ago: Double(100 + $0), of: 10, ok: 1, failed: 0) }

    /// A user who marked three active runs and one that is over, and pressed K.
    private func marked() -> Sitting {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: Sitting.job))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Self.active + [Samples.well], of: Sitting.job)
        sitting.pass(1)
        sitting.press(.character(" "), .character(" "), .character(" "), .character(" "), .character("K"))
        return sitting
    }

    private func answered(_ sitting: Sitting) -> Sitting {
        var sitting = sitting
        sitting.answer(runs: Self.active + [Samples.well], of: Sitting.job)
        sitting.pass(1)
        _ = sitting.taken()
        return sitting
    }

    @Test func numberOfRunsConfirmsAndNothingElse() {
        var sitting = answered(marked())
        #expect(draw(sitting.state).words.contains("Terminate 3 of 4 runs?"))
        #expect(draw(sitting.state).words.contains("over: SUCCESS"))
        sitting.press(.character("y"), .enter)
        sitting.type("4")
        sitting.press(.enter)
        #expect(sitting.sent() == [])
        sitting.type("3")
        sitting.press(.enter)
        #expect(sitting.sent().map(\.target.run) == [Self.active[0].id])
    }

    @Test func eachIsSentAfterTheAnswerToTheLast() {
        var sitting = answered(marked())
        sitting.type("3")
        sitting.press(.enter)
        #expect(sitting.sent().map(\.target.run) == [Self.active[0].id])
        sitting.answer(action: 1)
        #expect(sitting.sent().map(\.target.run) == [Self.active[1].id])
        sitting.fail(action: 2, .refused(status: 409, nil))
        #expect(sitting.sent().map(\.target.run) == [Self.active[2].id])
        sitting.answer(action: 3)
        let lines = draw(sitting.state).text.split(separator: "\n")
        #expect(lines.contains { $0.contains(Self.active[1].id) && $0.contains("refused") })
        #expect(lines.contains { $0.contains(Self.active[2].id) && $0.contains("terminate asked 0s ago") })
        sitting.press(.escape)
        #expect(sitting.state.actions.dialog == nil)
    }

    @Test func errorThatEveryOneWouldMeetStopsTheRest() {
        var sitting = answered(marked())
        sitting.type("3")
        sitting.press(.enter)
        _ = sitting.taken()
        sitting.fail(action: 1, .unauthorized(nil))
        let records = sitting.recorded()
        #expect(records.map(\.outcome) == [.refused, .notSent, .notSent])
        #expect(sitting.sent() == [])
    }

    @Test func closedListEndsWithASummary() {
        var sitting = answered(marked())
        sitting.type("3")
        sitting.press(.enter, .escape)
        sitting.answer(action: 1)
        sitting.fail(action: 2, .refused(status: 409, nil))
        sitting.answer(action: 3)
        #expect(draw(sitting.state).words.contains("Terminate: 2 accepted, 1 refused."))
    }

    @Test func markedJobsAreTriggeredOneByOne() {
        var sitting = Sitting.onJobs()
        sitting.press(.home, .character(" "), .character(" "))
        #expect(draw(sitting.state).words.contains("2 marked"))
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs)
        for job in Samples.jobs { sitting.answer(runs: [], of: job.id) }
        sitting.pass(1)
        _ = sitting.taken()
        sitting.press(.character("y"), .enter)
        #expect(sitting.sent() == [])
        sitting.type("2")
        sitting.press(.enter)
        #expect(sitting.sent().count == 1)
        sitting.answer(action: 1, newRun: "n-1")
        #expect(sitting.sent().count == 1)
    }

    @Test func marksOfJobsAreTakenAway() {
        var sitting = Sitting.onJobs()
        sitting.press(.character("*"))
        #expect(draw(sitting.state).words.contains("4 marked"))
        sitting.press(.escape)
        #expect(!draw(sitting.state).words.contains("marked"))
        sitting.press(.character("*"), .character("u"))
        #expect(!draw(sitting.state).words.contains("marked"))
    }

    @Test func filterHidesMarksFromActions() {
        var sitting = Sitting.onJobs()
        sitting.press(.character("*"), .character("/"))
        sitting.type("weekly")
        sitting.press(.enter, .character("R"))
        #expect(sitting.state.actions.dialog?.rows.map(\.target.job) == ["weekly-report"])
    }

    @Test func moreThanAQuestionMayNameIsRefused() {
        let many = (0..<60).map { Samples.run(100 + $0, .pending, ago: Double(100 + $0)) }
        var sitting = Sitting(rows: 80, pages: [.runs(RunsPage(profile: .first, job: Sitting.job))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: many, of: Sitting.job, total: 60)
        sitting.press(.character("*"), .character("K"))
        #expect(sitting.state.actions.dialog == nil)
        #expect(draw(sitting.state).words.contains("60 are marked. One question takes at most 50."))
    }
}
