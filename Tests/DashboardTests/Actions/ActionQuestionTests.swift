import Dashboard
import Intuned
import Testing
import TextScreen

/// The question before an action: what it says, what confirms it and what does not.
struct ActionQuestionTests {
    @Test func keyThatAsksRequestsFreshDataAndSendsNothing() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        let orders = sitting.taken()
        #expect(orders.contains(.call(.first, .run(Sitting.key))))
        #expect(!orders.contains { if case .act = $0 { true } else { false } })
        let words = draw(sitting.state).words
        for fact in ["my-project", "nightly-prices", Samples.underWay.id, "PENDING, data 1s old"] {
            #expect(words.contains(fact), "\(fact)")
        }
    }

    @Test func nothingIsSentBeforeFreshDataCame() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.pass(1)
        sitting.type(Sitting.ending)
        sitting.press(.enter)
        #expect(sitting.sent() == [])
        #expect(draw(sitting.state).words.contains("Not yet: wait for fresh data"))
        sitting.answerAfresh(Samples.underWay)
        sitting.press(.enter)
        #expect(sitting.sent().map(\.target.run) == [Samples.underWay.id])
    }

    @Test func answerToAnEarlierRequestIsNotFresh() {
        var sitting = Sitting(pages: [.run(RunPage(key: Sitting.key))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(run: Samples.underWay, of: Sitting.job)
        sitting.pass(3)
        sitting.pass(1)
        _ = sitting.taken()
        sitting.press(.character("K"))
        // The poll before the key is still running.
        sitting.answer(run: Samples.underWay, of: Sitting.job)
        sitting.pass(1)
        sitting.type(Sitting.ending)
        sitting.press(.enter)
        #expect(sitting.sent() == [])
        sitting.answerAfresh(Samples.underWay)
        sitting.press(.enter)
        #expect(sitting.sent().count == 1)
    }

    @Test(arguments: ["K", "y", "Y"]) func typedAnswerIsNeitherTheAskingKeyNorYes(_ key: Character) {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.answerAfresh(Samples.underWay)
        sitting.press(.character(key), .enter, .enter)
        #expect(sitting.sent() == [])
        #expect(draw(sitting.state).words.contains("That is not the text. Nothing was sent."))
    }

    @Test func heldKeyIsNotTyped() {
        var sitting = Sitting.onRuns()
        for _ in 0..<9 { sitting.press(.character("K")) }
        #expect(sitting.state.actions.dialog?.typed == "")
    }

    @Test(arguments: ["R", "Z"]) func actionOnAJobWantsAYes(_ key: Character) {
        var sitting = Sitting.onRuns()
        sitting.press(.character(key))
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        sitting.pass(1)
        sitting.press(.character(key), .enter, .character(" "))
        #expect(sitting.sent() == [])
        sitting.press(.character("y"))
        let target = ActionTarget(
            profile: .first, project: "my-project", job: Sitting.job, seen: .job(.known(.active)), seenAt: Sitting.start)
        #expect(sitting.sent() == [Action(key == "R" ? .trigger : .pause, target)])
    }

    @Test(arguments: [Key.escape, .character("n"), .character("q")]) func noSendsNothing(_ key: Key) {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        sitting.pass(1)
        sitting.press(key)
        #expect(sitting.state.actions.dialog == nil)
        #expect(sitting.sent() == [])
    }

    @Test func pastedTextConfirmsNothing() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.answerAfresh(Samples.underWay)
        sitting.send(.pasted(Sitting.ending + "\n"))
        #expect(draw(sitting.state).words.contains("Pasted text confirms nothing. Type it."))
        sitting.press(.enter)
        #expect(sitting.sent() == [])
    }

    @Test func mouseConfirmsNothing() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        let before = sitting.state.page
        for row in 0..<40 { sitting.send(.mouseUsed(MouseEvent(.press, column: 60, row: row))) }
        #expect(sitting.state.page == before)
        #expect(sitting.state.actions.dialog != nil)
    }

    @Test func screenThatIsTooSmallConfirmsNothing() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        sitting.pass(1)
        sitting.send(.resized(Size(columns: 20, rows: 5)))
        sitting.press(.character("y"))
        #expect(sitting.sent() == [])
        sitting.send(.resized(Size(columns: 40, rows: 10)))
        sitting.press(.character("y"))
        #expect(sitting.sent().count == 1)
    }

    @Test func questionIsClosedWhenTheProgramWasStopped() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        sitting.send(.continued)
        #expect(sitting.state.actions.dialog == nil)
    }

    @Test func questionOfAFetchWaitsUntilTheActionIsAnswered() {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        let key = RunKey(profile: .first, job: Sitting.job, run: Samples.well.id)
        sitting.send(.fetchEnded(key, .failure(.fileExists(path: "a.jsonl"))))
        #expect(sitting.state.question == nil)
        sitting.press(.escape)
        #expect(sitting.state.question?.deed == .overwrite(FetchOrder(key, folder: ".", replaces: true), path: "a.jsonl"))
    }
}
