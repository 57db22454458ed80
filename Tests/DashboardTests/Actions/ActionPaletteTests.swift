import Dashboard
import Testing
import TextScreen

/// Actions by their names in the palette, and keys that say why they do nothing.
struct ActionPaletteTests {
    private func typed(_ text: String, in sitting: Sitting) -> Sitting {
        var sitting = sitting
        sitting.press(.character(":"))
        sitting.type(text)
        return sitting
    }

    @Test(arguments: [("trigger", Action.Kind.trigger), ("terminate", .terminate), ("pause", .pause), ("pause job", .pause)])
    func nameAloneIsAboutThePage(_ text: String, _ kind: Action.Kind) {
        var sitting = typed(text, in: Sitting.onRuns())
        sitting.press(.enter)
        #expect(sitting.state.actions.dialog?.kind == kind)
        #expect(sitting.state.actions.dialog?.rows.map(\.target.job) == [Sitting.job])
    }

    @Test func nameAloneIsAboutAllMarkedOnes() {
        var sitting = Sitting.onJobs()
        sitting.press(.character("*"))
        sitting = typed("trigger", in: sitting)
        #expect(draw(sitting.state).words.contains("trigger 4 marked jobs"))
        sitting.press(.enter)
        #expect(sitting.state.actions.dialog?.rows.count == 4)
    }

    @Test func jobIsNamed() {
        var sitting = typed("trigger weekly", in: Sitting.onJobs())
        sitting.press(.enter)
        #expect(sitting.state.actions.dialog?.rows.map(\.target.job) == ["weekly-report"])
    }

    @Test func reasonStandsBesideWhatIsNotPossible() {
        let text = draw(typed("pause stock", in: Sitting.onJobs()).state).text
        #expect(text.split(separator: "\n").contains { $0.contains("pause stock-levels") && $0.contains("already paused") })
        let readOnly = draw(typed("trigger weekly", in: Sitting.onJobs(isReadOnly: true)).state).text
        #expect(readOnly.split(separator: "\n").contains { $0.contains("trigger weekly-report") && $0.contains("read-only") })
    }

    @Test func impossibleEntryDoesNothing() {
        var sitting = typed("resume weekly", in: Sitting.onJobs())
        sitting.press(.enter)
        #expect(sitting.state.actions.dialog == nil)
    }

    @Test func helpSaysWhyAKeyDoesNothing() {
        var sitting = Sitting.onRuns(rows: 80)
        sitting.press(.down, .character("?"))
        let lines = draw(sitting.state).text.split(separator: "\n")
        #expect(lines.contains { $0.contains("terminate the run") && $0.contains("over: SUCCESS") })
    }

    @Test func pollingIsStillFoundByItsName() {
        var sitting = typed("pause or resume polling", in: Sitting.onJobs())
        sitting.press(.enter)
        #expect(sitting.state.polling.isPaused)
    }
}
