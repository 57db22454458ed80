import Dashboard
import FoundationEssentials
import Intuned
import ResultsFile
import Testing
import TextScreen

/// Pages and handovers are saved from the palette.
struct SavingTests {
    private func jobs() -> Sitting {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.underWay, Samples.well], of: "nightly-prices")
        _ = sitting.taken()
        return sitting
    }

    private func saved(_ sitting: inout Sitting, by text: String) -> SaveOrder? {
        sitting.press(.character(":"))
        sitting.type(text)
        sitting.press(.enter)
        for case .save(let order) in sitting.taken() { return order }
        return nil
    }

    @Test func pageIsSavedAsItStandsOnTheScreen() throws {
        var sitting = jobs()
        let shown = draw(sitting.state)
        let order = try #require(saved(&sitting, by: "snapshot jobs.txt"))
        #expect(order == SaveOrder(path: "jobs.txt", content: .page(shown.snapshot(as: .text, in: .auto))))
        #expect(sitting.state.menu == nil)
    }

    @Test func nameWithoutATextSaysPageAndTime() throws {
        var sitting = jobs()
        let order = try #require(saved(&sitting, by: "snapshot"))
        #expect(order.path == "jobtop-jobs-20261123-180000.svg")
        guard case .page(let text) = order.content else {
            Issue.record("\(order)")
            return
        }
        #expect(text.hasPrefix("<svg "))
    }

    @Test func tabCompletesTheWordOfACommand() throws {
        var sitting = jobs()
        sitting.press(.character(":"))
        sitting.type("snap")
        sitting.press(.tab)
        sitting.type("b.ansi")
        sitting.press(.enter)
        let paths = sitting.taken().compactMap { effect in if case .save(let order) = effect { order.path } else { nil } }
        #expect(paths == ["b.ansi"])
    }

    @Test func existingFileIsReplacedOnlyAfterAYes() throws {
        var sitting = jobs()
        var order = try #require(saved(&sitting, by: "snapshot a.svg"))
        sitting.send(.saved(order, .alreadyExists(path: "a.svg")))
        #expect(draw(sitting.state).text.contains("a.svg already exists. Replace it?"))
        sitting.press(.character("y"))
        #expect(sitting.taken() == [], "the question came late, and the key was meant for the page")
        sitting.pass(1)
        _ = sitting.taken()
        sitting.press(.character("y"))
        order.replaces = true
        #expect(sitting.taken().contains(.save(order)))
        sitting.send(.saved(order, nil))
        #expect(sitting.state.notice?.text == "Saved this page as a.svg.")
    }

    @Test func answerIsSeenOnTheWallToo() throws {
        var sitting = jobs()
        sitting.press(.character("w"))
        let order = try #require(saved(&sitting, by: "snapshot wall.svg"))
        sitting.send(.saved(order, nil))
        #expect(draw(sitting.state).text.contains("Saved this page as wall.svg."))
    }

    @Test func failedFileIsNamed() throws {
        var sitting = jobs()
        let order = try #require(saved(&sitting, by: "handover 2h"))
        sitting.send(.saved(order, .notWritten(path: order.path, code: 28)))
        #expect(
            sitting.state.notice?.text == "jobtop-handover-20261123-180000.md cannot be written: no space left on the device.")
    }

    @Test(arguments: [("snapshot a.png", "The name must end with .svg"), ("handover 8", "A handover needs a time")])
    func wrongTextIsExplainedAndSavesNothing(text: String, reason: String) {
        var sitting = jobs()
        #expect(saved(&sitting, by: text) == nil)
        #expect(draw(sitting.state).text.contains(reason))
    }

    @Test func handoverIsAboutTheTimeThatWasTyped() throws {
        var sitting = jobs()
        let order = try #require(saved(&sitting, by: "handover 30m"))
        guard case .handover(let facts) = order.content else {
            Issue.record("\(order)")
            return
        }
        #expect(facts.until == Sitting.start.wall && facts.since == Sitting.start.wall.addingTimeInterval(-1800))
        #expect(facts.jobs?.map(\.job.id) == Samples.jobs.map(\.id))
        #expect(facts.jobs?.first?.runs == [Samples.underWay, Samples.well])
        #expect(facts.jobs?.last?.runs == nil)
    }

    @Test func shownSecretsAreHiddenInAFile() throws {
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.failed.id)
        var sitting = Sitting(pages: [.configuration(ConfigurationPage(key: key))])
        sitting.answer(run: Samples.failed, of: "nightly-prices")
        sitting.press(.character("v"), .character("y"))
        #expect(draw(sitting.state).text.contains("topsecret"))
        _ = sitting.taken()
        let order = try #require(saved(&sitting, by: "snapshot c.txt"))
        guard case .page(let text) = order.content else {
            Issue.record("\(order)")
            return
        }
        #expect(text.contains("hooks.example.com") && !text.contains("topsecret"))
        #expect(draw(sitting.state).text.contains("topsecret"), "the screen keeps what it shows")
    }

    @Test func everyPageHasAPaletteWithItsCommands() {
        for kind in PageKind.allCases {
            let commands = Keymap.standard.bindings(on: kind).map(\.command)
            #expect(commands.contains(.app(.palette)), "\(kind)")
            #expect(commands.contains(.app(.snapshot)) && commands.contains(.app(.handover)), "\(kind)")
        }
    }

    @Test func helpRunsACommandThatHasNoKey() throws {
        var sitting = jobs()
        sitting.press(.character("?"), .character("/"))
        sitting.type(":snapshot")
        sitting.press(.enter, .enter)
        let orders = sitting.taken().filter { effect in if case .save = effect { true } else { false } }
        #expect(orders.count == 1 && sitting.state.page.kind == .jobs)
    }

    @Test func lengthsOfTimeAreUnderstood() {
        let texts = ["30m", "8h", "1.5d", "2w", "90s", "8", "h", "-1h", "0h", "1e9d", "infd", "nanh", ""]
        #expect(
            texts.map { HandoverSpan.seconds($0) } == [1800, 28_800, 129_600, 1_209_600, 90] + [Double?](repeating: nil, count: 8)
        )
    }
}
