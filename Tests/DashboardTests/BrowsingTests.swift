import Dashboard
import Intuned
import Testing
import TextScreen

@Suite struct BrowsingTests {
    private func jobs(rows: Int = 40) -> Sitting {
        var sitting = Sitting(rows: rows)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.underWay, Samples.well], of: "nightly-prices")
        sitting.answer(runs: [Samples.waiting], of: "orders-sync")
        sitting.answer(runs: [], of: "stock-levels")
        sitting.answer(runs: [Samples.failed], of: "weekly-report")
        _ = sitting.taken()
        return sitting
    }

    private var selectedJob: (Sitting) -> String? {
        { sitting in if case .jobs(let page) = sitting.state.page { page.cursor.selected } else { nil } }
    }

    /// Each frame measures the path; quadratic work on its length would never end.
    @Test(.timeLimit(.minutes(1))) func aNameOfTenMegabytesCostsNoMoreThanItsPlace() {
        let name = String(repeating: "x", count: 10_000_000) + "-end"
        let sitting = Sitting(columns: 80, pages: [.runs(RunsPage(profile: .first, job: name))])
        #expect(draw(sitting.state).text.contains("xxxx-end"))
    }

    @Test func whatNeedsAPersonStandsOnTop() {
        var sitting = jobs()
        var order: [String?] = []
        sitting.press(.character("g"))
        for _ in Samples.jobs {
            order.append(selectedJob(sitting))
            sitting.press(.character("j"))
        }
        #expect(order == ["orders-sync", "weekly-report", "nightly-prices", "stock-levels"])
    }

    /// Whether the job's runs cannot start until a person acts (API.md section 7).
    @Test(arguments: [
        (RunReasonType.authSessionNotFound, true), (.authSessionValidateDependencyFailed, true),
        (.insufficientResourceCredits, true), (.s3SinkError, true), (.authSessionLocked, false), (.anotherJobRunActive, false),
    ]) func aRunThatCouldNotStartNeedsAPersonWhereTheNextOneCannotEither(reason: RunReasonType, needsPerson: Bool) {
        var sitting = jobs()
        let reason = RunReason(type: .known(reason), message: "It could not start", details: nil, docURL: nil)
        let unstarted = Samples.run(9, .canceled, ago: 60, took: 0, of: 60, ok: 0, failed: 0, reason: reason, job: "stock-levels")
        sitting.answer(runs: [unstarted], of: "stock-levels")
        #expect(draw(sitting.state).text.contains(needsPerson ? "3 need attention" : "2 need attention"))
    }

    @Test func theSelectionStaysOnItsJobWhenTheOrderChanges() {
        var sitting = jobs()
        sitting.press(.character("G"))
        #expect(selectedJob(sitting) == "stock-levels")
        sitting.pass(60)
        sitting.answer(runs: [Samples.failed], of: "stock-levels")
        #expect(selectedJob(sitting) == "stock-levels")
    }

    @Test func enterOpensAndEscapeGoesBackToTheSameRow() {
        var sitting = jobs()
        sitting.press(.character("j"), .character("j"), .enter)
        #expect(sitting.state.page.kind == .runs)
        sitting.press(.enter)
        #expect(sitting.state.page.kind == .run)
        sitting.press(.escape, .escape)
        #expect(selectedJob(sitting) == "nightly-prices")
        sitting.press(.escape)
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func aRunIsShownFromItsRowBeforeItsOwnAnswerComes() {
        var sitting = jobs()
        sitting.press(.character("j"), .character("j"), .enter, .enter)
        #expect(sitting.state.records.details == [:])
        #expect(draw(sitting.state).text.contains("652 of 1,000"))
    }

    @Test func aFilterNarrowsTheListAndEscapeShowsAllAgain() {
        var sitting = jobs()
        sitting.press(.character("/"))
        sitting.type("weekly")
        sitting.press(.enter)
        #expect(selectedJob(sitting) == "weekly-report")
        // The line about problems still names the job.
        #expect(!draw(sitting.state).text.contains("orders-sync "))
        sitting.press(.escape)
        #expect(draw(sitting.state).text.contains("orders-sync"))
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func keysTypedIntoTheFilterAreNotCommands() {
        var sitting = jobs()
        sitting.press(.character("/"))
        sitting.type("q")
        #expect(!sitting.taken().contains(.quit))
        #expect(sitting.state.page.filterText == "q")
    }

    @Test func aTextThatIsPastedIsForTheFilterAlone() {
        var sitting = jobs()
        let before = sitting.state.stack
        sitting.send(.pasted("vyq?"))
        #expect(sitting.taken() == [])
        #expect(sitting.state.stack == before)
        #expect(draw(sitting.state).words.contains("Pasted text works only in a filter"))
        sitting.press(.character("/"))
        sitting.type("we")
        sitting.send(.pasted("ek\u{1B}[31m\r\nly\t\u{9B}q\u{7F}"))
        #expect(sitting.state.page.filterText == "week[31mlyq")
        #expect(sitting.taken() == [])
    }

    @Test func olderRunsAreAskedForAsTheCursorGetsThere() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        let head = (0..<30).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        sitting.answer(runs: head, of: "big", total: 250)
        #expect(sitting.taken().contains(.call(.first, .runs(job: "big", page: 0))))
        let first = (0..<100).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        sitting.answer(runs: first, of: "big", total: 250, page: 0)
        #expect(!sitting.taken().contains(.call(.first, .runs(job: "big", page: 1))))
        for _ in 0..<20 { sitting.press(.pageDown) }
        #expect(sitting.taken().contains(.call(.first, .runs(job: "big", page: 1))))
    }

    @Test func aPageBorderThatMovedShowsNoRunTwice() {
        var listing = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        let runs = (0..<40).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        listing.answer(runs: Array(runs[0..<30]), of: "big", total: 40)
        listing.answer(runs: Array(runs[20..<40]), of: "big", total: 40, page: 0)
        #expect(listing.state.records.listings["big"]?.runs == runs)
        #expect(listing.state.records.listings["big"]?.nextPage == nil)
    }

    @Test func newRunsComeInAboveWithoutMovingTheSelection() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        let runs = (0..<40).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        sitting.answer(runs: Array(runs[5..<35]), of: "big", total: 35)
        sitting.press(.character("j"), .character("j"))
        sitting.pass(10)
        sitting.answer(runs: Array(runs[0..<30]), of: "big", total: 40)
        guard case .runs(let page) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(page.cursor.selected == runs[7].id)
        #expect(sitting.state.records.listings["big"]?.runs.map(\.id) == runs[0..<35].map(\.id))
    }

    @Test func aGapBetweenNewAndKnownRunsDropsTheKnown() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        let runs = (0..<90).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        sitting.answer(runs: Array(runs[60..<90]), of: "big", total: 30)
        sitting.pass(10)
        sitting.answer(runs: Array(runs[0..<30]), of: "big", total: 90)
        #expect(sitting.state.records.listings["big"]?.runs == Array(runs[0..<30]))
        #expect(sitting.state.records.listings["big"]?.nextPage == 0)
    }

    @Test func fewerRowsThanAskedForAreAServersCapAndNotTheEnd() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        let runs = (0..<60).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        sitting.answer(runs: Array(runs[0..<20]), of: "big", total: 60)
        sitting.answer(runs: Array(runs[0..<20]), of: "big", total: 60, page: 0)
        #expect(sitting.state.records.listings["big"]?.nextPage == 1)
    }

    @Test func theHelpNamesEveryKeyOfThePageItWasAskedOn() {
        var sitting = jobs(rows: 60)
        sitting.press(.character("?"))
        let text = draw(sitting.state).text
        for binding in Keymap.standard.bindings(on: .jobs) { #expect(text.contains(binding.help)) }
        sitting.press(.escape)
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func helpOfEveryKeyFitsIn80Columns() {
        let bindings = Set(PageKind.allCases.flatMap { Keymap.standard.bindings(on: $0) })
        let cut = bindings.filter { 2 + max(24, Wording.keys($0).count + 1) + $0.help.count > 80 - 4 }
        #expect(cut.map(\.help) == [])
    }

    @Test func noKeyMeansTwoThingsOnOnePage() {
        for kind in PageKind.allCases {
            let keys = Keymap.standard.bindings(on: kind).flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "on the page \(kind)")
        }
    }

    @Test func theFooterNamesOnlyWhatWorksHere() {
        var sitting = Sitting()
        sitting.answer(jobs: [])
        let empty = draw(sitting.state).lastLine
        #expect(!empty.contains("open") && !empty.contains("back") && empty.contains("quit"))
        sitting.pass(30)
        sitting.answer(jobs: Samples.jobs)
        #expect(draw(sitting.state).lastLine.contains("Enter open"))
    }

    @Test func tooSmallAScreenSaysWhatItNeedsAndComesBack() {
        var sitting = jobs()
        sitting.send(.resized(Size(columns: 20, rows: 5)))
        #expect(draw(sitting.state).text.contains("40x10"))
        sitting.pass(60)
        _ = sitting.taken()
        sitting.send(.resized(Size(columns: 80, rows: 24)))
        #expect(draw(sitting.state).text.contains("orders-sync"))
    }

    @Test(arguments: [(1, 1), (2, 1), (1, 40), (39, 9), (40, 10), (41, 11), (60, 15), (95, 14), (96, 15), (200, 60), (500, 200)])
    func everyPageCanBeDrawnAtEverySize(columns: Int, rows: Int) {
        var sitting = jobs()
        sitting.send(.resized(Size(columns: columns, rows: rows)))
        for key in [Key.enter, .enter, .character("c"), .character(","), .character("?")] {
            sitting.press(key)
            for move in [Key.character("G"), .pageUp, .tab, .character("G"), .down] { sitting.press(move) }
            #expect(draw(sitting.state).size == Size(columns: columns, rows: rows))
        }
    }
}

extension Page {
    var filterText: String? { filter?.text }
}

extension Canvas {
    /// The characters only, one line per row.
    var text: String { (0..<size.rows).map(line).joined(separator: "\n") }

    /// The words of all lines, regardless of line breaks.
    var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    var lastLine: String { line(size.rows - 1) }

    private func line(_ row: Int) -> String { (0..<size.columns).map { self[$0, row].text }.joined() }
}
