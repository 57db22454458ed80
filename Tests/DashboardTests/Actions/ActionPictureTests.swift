import Dashboard
import Intuned
import Testing
import TextScreen

/// The questions before actions in common sizes.
struct ActionPictureTests {
    private static let sizes = [(120, 40), (80, 24), (40, 10)]

    @Test(arguments: sizes) func theQuestionBeforeATermination(columns: Int, rows: Int) {
        var sitting = Sitting.onRuns(columns: columns, rows: rows)
        sitting.press(.character("K"))
        sitting.answerAfresh(Samples.underWay)
        sitting.type("44")
        expectPicture(sitting.state, named: "action-terminate-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func theQuestionThatFreshDataChanged(columns: Int, rows: Int) {
        var sitting = Sitting.onRuns(columns: columns, rows: rows)
        sitting.press(.character("Z"))
        sitting.answer(jobs: [Samples.job(Sitting.job, .paused)] + Samples.jobs.dropFirst())
        sitting.pass(1)
        expectPicture(sitting.state, named: "action-changed-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func theQuestionAboutSeveral(columns: Int, rows: Int) {
        var sitting = Sitting.onJobs(columns: columns, rows: rows)
        sitting.press(.character("*"), .character("Z"))
        sitting.answer(jobs: Samples.jobs)
        sitting.pass(1)
        expectPicture(sitting.state, named: "action-several-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func theOutcomesOfSeveral(columns: Int, rows: Int) {
        var sitting = Sitting.onJobs(columns: columns, rows: rows)
        sitting.press(.character("*"), .character("Z"))
        sitting.answer(jobs: Samples.jobs)
        sitting.pass(1)
        sitting.type("3")
        sitting.press(.enter)
        sitting.answer(action: 1)
        sitting.fail(action: 2, .refused(status: 409, nil))
        sitting.pass(2)
        expectPicture(sitting.state, named: "action-outcomes-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func theQuestionDuringAnOutage(columns: Int, rows: Int) {
        var sitting = Sitting.onRuns(columns: columns, rows: rows)
        sitting.press(.character("K"))
        sitting.send(.runLoaded(Sitting.key, .failure(.notReachable(.refused("app.intuned.io:443")))))
        sitting.pass(1)
        expectPicture(sitting.state, named: "action-outage-\(columns)x\(rows)")
    }
}
