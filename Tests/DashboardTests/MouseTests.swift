import Dashboard
import Intuned
import Testing
import TextScreen

/// The mouse: what a click selects and opens, what the wheel scrolls, and what both leave alone.
struct MouseTests {
    /// A page with a list, as a user gets there.
    enum Place: CaseIterable {
        case jobs, wideJobs, problems, runs, history, settings, configuration, difference, items, item, groups

        func visit() -> Sitting {
            switch self {
            case .jobs, .wideJobs, .problems: return list()
            case .runs, .history, .settings: return job()
            case .configuration, .difference: return run()
            case .items, .item, .groups: return results()
            }
        }

        private func list() -> Sitting {
            var sitting = Sitting(columns: self == .wideJobs ? 200 : 120)
            sitting.answer(jobs: Samples.jobs)
            sitting.answer(runs: [Samples.underWay, Samples.well], of: "nightly-prices")
            sitting.answer(runs: [Samples.waiting], of: "orders-sync")
            sitting.answer(runs: [], of: "stock-levels")
            sitting.answer(runs: [Samples.failed], of: "weekly-report")
            if self == .problems { sitting.press(.character("!")) }
            return sitting
        }

        private func job() -> Sitting {
            let rows = ["A", "B", "C", "D"].map { SettingInForce($0, "1", from: .standard, setBy: "") }
            var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))], inForce: rows)
            sitting.answer(jobs: [Samples.job("big")])
            sitting.answer(runs: (0..<60).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }, of: "big")
            if self == .history { sitting.press(.character("H")) }
            if self == .settings { sitting.press(.character(",")) }
            return sitting
        }

        private func run() -> Sitting {
            let job = "nightly-prices"
            let run = DifferenceTests.bad
            let key = RunKey(profile: .first, job: job, run: run.id)
            var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job)), .run(RunPage(key: key))])
            sitting.answer(runs: [run, DifferenceTests.good], of: job)
            sitting.answer(run: run, of: job)
            sitting.press(.character(self == .configuration ? "c" : "d"))
            return sitting
        }

        private func results() -> Sitting {
            var sitting = Sitting.reading()
            if self == .item {
                sitting.press(.character("n"))
                _ = sitting.answer(from: .shop)
                sitting.press(.enter)
            }
            if self == .groups { sitting.press(.character("e")) }
            _ = sitting.answer(from: .shop)
            return sitting
        }
    }

    private func selectedRow(_ sitting: Sitting) -> Int? {
        let canvas = draw(sitting.state)
        return (0..<canvas.size.rows).first { canvas.runs(inRow: $0).contains(where: \.isSelected) }
    }

    private func clicked(_ sitting: Sitting, column: Int = 4, row: Int) -> Sitting {
        var sitting = sitting
        sitting.send(.mouseUsed(MouseEvent(.press, column: column, row: row)))
        return sitting
    }

    /// Clicks on a crumb of the top line.
    private func click(crumb: String, _ sitting: inout Sitting) throws {
        let line = draw(sitting.state).text.prefix { $0 != "\n" }
        let place = try #require(line.firstRange(of: crumb)?.lowerBound)
        sitting = clicked(sitting, column: line.distance(from: line.startIndex, to: place), row: 0)
    }

    @Test(arguments: Place.allCases) func clickSelectsTheRowBelowThePointerOnEveryPage(place: Place) throws {
        var sitting = place.visit()
        sitting.press(.home)
        let first = try #require(selectedRow(sitting))
        var below = sitting
        below.press(.down)
        #expect(selectedRow(below) == first + 1)
        let there = clicked(sitting, row: first + 1)
        #expect(draw(there.state) == draw(below.state))
        #expect(there.state.page.kind == sitting.state.page.kind)
        let back = clicked(there, row: first)
        #expect(draw(back.state) == draw(sitting.state))
    }

    @Test(arguments: Place.allCases) func clickWhereNothingIsDoesNothing(place: Place) throws {
        let sitting = place.visit()
        let before = draw(sitting.state)
        let selected = try #require(selectedRow(sitting))
        for row in [-5, 1, sitting.state.size.rows - 1, .max] where row != selected {
            #expect(draw(clicked(sitting, row: row).state) == before)
        }
        #expect(draw(clicked(sitting, column: .max, row: selected).state) == before)
        // Headings that sort lie above the other lists.
        guard ![.item, .jobs, .wideJobs, .problems, .runs].contains(place) else { return }
        #expect(draw(clicked(sitting, row: selected - 1).state) == before)
    }

    @Test func secondClickOpensLikeEnter() throws {
        for (place, kind) in [(Place.jobs, PageKind.runs), (.problems, .run), (.runs, .run), (.history, .run), (.items, .item)] {
            let sitting = place.visit()
            let row = try #require(selectedRow(sitting))
            var opened = clicked(sitting, row: row)
            #expect(opened.state.page.kind == sitting.state.page.kind)
            opened.pass(0.4)
            #expect(clicked(opened, row: row).state.page.kind == kind)
            opened.pass(0.2)
            #expect(clicked(opened, row: row).state.page.kind == sitting.state.page.kind, "too late")
        }
    }

    @Test func secondClickFoldsABranch() throws {
        var sitting = Place.configuration.visit()
        sitting.press(.home)
        let row = try #require(selectedRow(sitting))
        var keys = sitting
        keys.press(.enter)
        #expect(draw(clicked(clicked(sitting, row: row), row: row).state) == draw(keys.state))
    }

    @Test func secondClickOpensOnlyTheRowOfTheFirst() throws {
        var sitting = Place.jobs.visit()
        sitting.press(.end)
        let row = try #require(selectedRow(sitting))
        sitting = clicked(sitting, row: row)
        // The job moves up between the two clicks, so another one is below the pointer.
        sitting.answer(runs: [Samples.failed], of: "stock-levels")
        #expect(selectedRow(sitting) != row)
        let other = clicked(sitting, row: row)
        #expect(other.state.page.kind == .jobs)
        #expect(selectedRow(other) == row)
        #expect(clicked(other, row: row).state.page.kind == .runs)
    }

    @Test func keyBetweenTwoClicksKeepsThemApart() throws {
        var sitting = Place.jobs.visit()
        let row = try #require(selectedRow(sitting))
        sitting = clicked(sitting, row: row)
        sitting.press(.down, .up)
        #expect(clicked(sitting, row: row).state.page.kind == .jobs)
    }

    @Test(arguments: Place.allCases) func wheelMovesThreeRows(place: Place) {
        var sitting = place.visit()
        sitting.press(.home)
        var keys = sitting
        keys.press(.down, .down, .down)
        sitting.send(.mouseUsed(MouseEvent(.wheelDown, column: 0, row: 0)))
        #expect(draw(sitting.state) == draw(keys.state))
        keys.press(.up, .up, .up)
        sitting.send(.mouseUsed(MouseEvent(.wheelUp, column: 0, row: 0)))
        #expect(draw(sitting.state) == draw(keys.state))
    }

    @Test func clickOnACrumbGoesToItsPage() throws {
        var sitting = Place.jobs.visit()
        sitting.press(.home, .enter, .enter, .character("c"))
        let depth = sitting.state.stack.count
        try click(crumb: "configuration", &sitting)
        #expect(sitting.state.stack.count == depth, "the page is open already")
        try click(crumb: "›", &sitting)
        #expect(sitting.state.stack.count == depth)
        try click(crumb: "orders-sync", &sitting)
        #expect(sitting.state.page.kind == .runs)
        try click(crumb: "my-project", &sitting)
        #expect(sitting.state.stack.map(\.kind) == [.jobs])
    }

    @Test func crumbsOfACutPathAreFound() throws {
        let job = String(repeating: "long-", count: 40)
        let key = RunKey(profile: .first, job: job, run: Samples.well.id)
        let pages: [Page] = [.runs(RunsPage(profile: .first, job: job)), .run(RunPage(key: key)), .help(HelpPage(about: .run))]
        var sitting = Sitting(columns: 80, pages: pages)
        try click(crumb: "help", &sitting)
        #expect(sitting.state.page.kind == .help)
        try click(crumb: "long", &sitting)
        #expect(sitting.state.page.kind == .runs)
        let before = sitting.state.stack
        sitting = clicked(sitting, column: 79, row: 0)
        #expect(sitting.state.stack == before, "the clock is no crumb")
    }

    @Test func mouseNeverAnswersAQuestion() {
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.well, of: "nightly-prices", results: Samples.results)
        sitting.press(.character("c"), .character("v"))
        let asked = draw(sitting.state)
        for row in 0..<40 {
            for kind in [MouseEvent.Kind.press, .press, .wheelUp, .wheelDown] {
                sitting.send(.mouseUsed(MouseEvent(kind, column: 40, row: row)))
            }
        }
        #expect(draw(sitting.state) == asked)
        #expect(sitting.state.revealed == nil)
    }

    @Test func wallIgnoresTheMouse() {
        var sitting = Place.jobs.visit()
        sitting.press(.character("w"))
        let before = sitting.state.stack
        for kind in [MouseEvent.Kind.press, .press, .wheelDown] {
            sitting.send(.mouseUsed(MouseEvent(kind, column: 4, row: 0)))
        }
        #expect(sitting.state.stack == before)
    }

    @Test func clickEndsTypingOfAFilter() throws {
        var sitting = Place.jobs.visit()
        sitting.press(.character("/"))
        sitting.type("e")
        let row = try #require(selectedRow(sitting))
        sitting = clicked(clicked(sitting, row: row + 1), row: row + 1)
        #expect(sitting.state.page.kind == .runs)
        #expect(!sitting.state.isTypingFilter)
    }

    @Test func keySwitchesTheMouseAndSaysWhatItMeans() {
        var sitting = Place.jobs.visit()
        _ = sitting.taken()
        sitting.press(.character("m"))
        #expect(sitting.taken() == [.terminal(.mouse(true))])
        sitting.send(.mouseSwitched(true, wasSent: true))
        #expect(draw(sitting.state).words.contains("The mouse selects and scrolls. Hold Shift to select text."))
        sitting.press(.character("m"))
        #expect(sitting.taken() == [.terminal(.mouse(false))])
        sitting.send(.mouseSwitched(false, wasSent: true))
        #expect(draw(sitting.state).words.contains("The mouse is off."))
    }

    @Test func terminalThatReportsNoMouseIsNamed() {
        var sitting = Place.jobs.visit()
        sitting.send(.mouseSwitched(true, wasSent: false))
        #expect(draw(sitting.state).words.contains("This terminal is not known to report the mouse."))
        #expect(!sitting.state.usesMouse)
    }
}
