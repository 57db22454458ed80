import Dashboard
import Testing
import TextScreen

/// The page of settings: values, origins, and ways to set them.
struct SettingsPageTests {
    private static let rows = [
        SettingInForce("Project", "storefront", from: .file("/home/ada/Intuned.json"), setBy: "--project, INTUNED_PROJECT"),
        SettingInForce("API key", "set, not shown", from: .variable("INTUNED_API_KEY"), setBy: "--api-key-file"),
        SettingInForce("Interval", "3s", from: .standard, setBy: "--interval, then the keys + and -"),
        SettingInForce("Mouse", "off", from: .standard, setBy: "--mouse, then the key m"),
        SettingInForce("Results folder", "out", from: .option("--results-dir"), setBy: "--results-dir"),
    ]

    private func sitting(columns: Int = 120, rows: Int = 40) -> Sitting {
        var sitting = Sitting(columns: columns, rows: rows, inForce: Self.rows)
        sitting.answer(jobs: Samples.jobs)
        sitting.press(.character(","))
        return sitting
    }

    @Test(arguments: [(120, 14), (80, 24), (40, 10)]) func theSettingsInForce(columns: Int, rows: Int) {
        expectPicture(sitting(columns: columns, rows: rows).state, named: "settings-\(columns)x\(rows)")
    }

    @Test func keyThatOpensThemClosesThem() {
        var sitting = sitting()
        #expect(sitting.state.page.kind == .settings)
        sitting.press(.character(","))
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func valueIsCopied() {
        var sitting = sitting()
        sitting.press(.end, .character("y"))
        #expect(sitting.taken().last == .terminal(.copy("out")))
    }

    @Test func intervalIsTheOneThatKeysHaveChosen() {
        var sitting = sitting()
        #expect(draw(sitting.state).words.contains("Interval 3s default"))
        sitting.press(.character("+"))
        #expect(draw(sitting.state).words.contains("Interval 5s the keys + and -"))
    }

    @Test func mouseIsAsTheKeyHasSwitchedIt() {
        var sitting = sitting()
        #expect(draw(sitting.state).words.contains("Mouse off default"))
        sitting.press(.character("m"))
        sitting.send(.mouseSwitched(true, wasSent: true))
        #expect(draw(sitting.state).words.contains("Mouse on the key m"))
    }
}
