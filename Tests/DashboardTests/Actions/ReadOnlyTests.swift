import Dashboard
import Testing
import TextScreen

/// Looking only: `--read-only`, and the command `arm`, which lifts it for a time.
struct ReadOnlyTests {
    private func command(_ text: String, in sitting: inout Sitting) {
        sitting.press(.character(":"))
        sitting.type(text)
        sitting.press(.enter)
    }

    @Test(arguments: ["R", "K", "Z"]) func nothingIsAskedAndTheReasonIsSaid(_ key: Character) {
        var sitting = Sitting.onRuns(isReadOnly: true)
        #expect(draw(sitting.state).words.contains("read-only"))
        sitting.press(.character(key))
        #expect(sitting.state.actions.dialog == nil)
        #expect(draw(sitting.state).words.contains("jobtop is read-only. The command arm 10m allows actions for 10 minutes."))
    }

    @Test func armingIsCountedDownInTheHeaderAndEnds() {
        var sitting = Sitting.onRuns(isReadOnly: true)
        command("arm 10m", in: &sitting)
        #expect(draw(sitting.state).words.contains("armed 10m"))
        sitting.pass(61)
        #expect(draw(sitting.state).words.contains("armed 8m 59s"))
        sitting.press(.character("R"))
        #expect(sitting.state.actions.dialog != nil)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        sitting.pass(600)
        sitting.press(.character("y"))
        #expect(sitting.sent() == [])
        #expect(draw(sitting.state).words.contains("jobtop is read-only."))
    }

    @Test func armingCanBeTakenBack() {
        var sitting = Sitting.onRuns(isReadOnly: true)
        command("arm 1h", in: &sitting)
        #expect(!sitting.state.isReadOnly)
        command("arm off", in: &sitting)
        #expect(sitting.state.isReadOnly)
    }

    @Test(arguments: ["arm", "arm 0m", "arm 99h", "arm ten", "arm -5m", "arm 10"]) func badTimesArmNothing(_ text: String) {
        var sitting = Sitting.onRuns(isReadOnly: true)
        command(text, in: &sitting)
        #expect(sitting.state.isReadOnly)
        #expect(draw(sitting.state).words.contains("Examples: arm 10m, arm 1h"))
    }

    @Test func armingIsUselessWhereActionsAreAllowed() {
        var sitting = Sitting.onRuns()
        command("arm 10m", in: &sitting)
        #expect(draw(sitting.state).words.contains("not read-only"))
    }
}
