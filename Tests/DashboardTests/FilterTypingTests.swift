import Dashboard
import Intuned
import Testing
import TextScreen

/// Filters as they are typed, and what they show.
struct FilterTypingTests {
    private func jobs() -> Sitting {
        var sitting = Sitting(columns: 120, rows: 30)
        sitting.answer(jobs: ["nightly-prices", "orders-sync", "stock-levels"].map { Samples.job($0) })
        sitting.answer(runs: [Samples.failed, Samples.well], of: "nightly-prices")
        sitting.answer(runs: [Samples.waiting], of: "orders-sync")
        sitting.answer(runs: [Samples.well], of: "stock-levels")
        return sitting
    }

    private func type(_ text: String, in sitting: inout Sitting) {
        sitting.press(.character("/"))
        for character in text { sitting.press(.character(character)) }
    }

    private func shown(_ sitting: Sitting) -> [String] {
        let text = draw(sitting.state).text
        return ["nightly-prices", "orders-sync", "stock-levels"].filter { name in
            text.split(separator: "\n").dropFirst(3).prefix(6).contains { $0.contains(name) }
        }
    }

    @Test(arguments: [
        ("status:failure", ["nightly-prices"]), ("-status:success", ["nightly-prices", "orders-sync"]),
        ("failed>20", ["nightly-prices"]), ("orders|stock", ["orders-sync", "stock-levels"]),
        ("problem:waits", ["orders-sync"]), ("type:manual job:stock", ["stock-levels"]),
        ("/^(orders|stock)/", ["orders-sync", "stock-levels"]), ("age>9999d", []),
    ]) func filterShowsTheRowsThatMeetIt(text: String, rows: [String]) {
        var sitting = jobs()
        type(text, in: &sitting)
        sitting.press(.enter)
        #expect(shown(sitting) == rows)
        #expect(draw(sitting.state).text.contains("filter \u{201C}\(text)\u{201D} shows \(rows.count)"))
    }

    @Test func mistakeIsSaidAndUnderlinedWhileTheRestHolds() {
        var sitting = jobs()
        type("stauts:failure failed>20", in: &sitting)
        let canvas = draw(sitting.state)
        #expect(canvas.text.contains("Unknown field stauts. Do you mean status? (character 1)"))
        let row = canvas.size.rows - 3
        #expect((2..<16).allSatisfy { canvas[$0, row].role == .mistake })
        #expect(canvas[17, row].role == .strong)
        #expect(shown(sitting) == ["nightly-prices"])
        sitting.press(.enter)
        #expect(draw(sitting.state).text.contains("shows 1, 1 term not understood"))
    }

    @Test func tabCompletesNamesAndLoadedValues() {
        var sitting = jobs()
        type("status:", in: &sitting)
        #expect(draw(sitting.state).words.contains("Tab FAILURE PAUSED SUCCESS"))
        sitting.press(.tab)
        #expect(draw(sitting.state).text.contains("/status:FAILURE_"))
        sitting.press(.tab)
        #expect(draw(sitting.state).text.contains("/status:PAUSED_"))
        sitting.press(.backTab)
        #expect(draw(sitting.state).text.contains("/status:FAILURE_"))
        sitting.press(.control("u"), .character("p"), .character("r"), .tab)
        #expect(draw(sitting.state).text.contains("/problem:_"))
    }

    @Test func upBringsEarlierFiltersBack() {
        var sitting = jobs()
        for text in ["orders", "failed>20"] {
            type(text, in: &sitting)
            sitting.press(.enter, .escape)
        }
        type("sto", in: &sitting)
        for (key, text) in [(Key.up, "failed>20"), (.up, "orders"), (.up, "orders"), (.down, "failed>20"), (.down, "sto")] {
            sitting.press(key)
            #expect(draw(sitting.state).text.contains("/\(text)_"))
        }
    }

    @Test func endOfALongFilterIsShown() {
        var sitting = jobs()
        type(String(repeating: "a", count: 300) + "end", in: &sitting)
        #expect(draw(sitting.state).text.contains("aaaend_"))
    }

    @Test func filterThatDependsOnTimeFollowsTheClock() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(jobs: [Samples.job("nightly-prices")])
        sitting.answer(runs: [Samples.underWay], of: "nightly-prices")
        type("age>20m", in: &sitting)
        sitting.press(.enter)
        #expect(draw(sitting.state).text.contains("shows 0"))
        for _ in 0..<10 {
            sitting.pass(60)
            sitting.answer(runs: [Samples.underWay], of: "nightly-prices")
        }
        #expect(draw(sitting.state).text.contains("shows 1"))
    }
}
