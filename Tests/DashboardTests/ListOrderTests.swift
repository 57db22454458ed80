import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// Lists in other orders and with other columns, menus, and marks.
struct ListOrderTests {
    private static let job = "nightly-prices"
    private static let runs = [
        Samples.run(1, .success, ago: 600, took: 60, of: 100, ok: 91, failed: 9),
        Samples.run(2, .failure, ago: 1600, took: 600, of: 100, ok: 0, failed: 100),
        Samples.run(3, .canceled, ago: 2600, took: nil, of: 100, ok: nil, failed: nil),
        Samples.run(4, .success, ago: 3600, took: 30, of: 100, ok: 90, failed: 10),
    ]

    private func list() -> Sitting {
        var sitting = Sitting(columns: 120, rows: 30, pages: [.runs(RunsPage(profile: .first, job: Self.job))])
        sitting.answer(jobs: [Samples.job(Self.job)])
        sitting.answer(runs: Self.runs, of: Self.job)
        return sitting
    }

    /// The numbers of the runs in the order of the list.
    private func order(_ sitting: Sitting) -> [Int] {
        draw(sitting.state).text.split(separator: "\n").dropFirst(3).prefix(8).compactMap { line in
            (1...4).first { line.contains("0000000\($0) ") }
        }
    }

    private func choose(_ words: String, with key: Character, in sitting: inout Sitting) {
        sitting.press(.character(key))
        for letter in words { sitting.press(.character(letter)) }
        sitting.press(.enter)
    }

    @Test func listIsSortedByNumbersWithTheUnknownLast() {
        var sitting = list()
        #expect(order(sitting) == [1, 2, 3, 4])
        choose("failed", with: "s", in: &sitting)
        #expect(order(sitting) == [1, 4, 2, 3])
        #expect(draw(sitting.state).text.contains("4 runs, sorted by failed"))
        #expect(draw(sitting.state).text.contains("FAILED↑"))
        sitting.press(.character("S"))
        #expect(order(sitting) == [2, 4, 1, 3])
        #expect(draw(sitting.state).text.contains("FAILED↓"))
        choose("usual", with: "s", in: &sitting)
        #expect(order(sitting) == [1, 2, 3, 4])
    }

    @Test func clickOnAHeadingSortsAndAnotherReverses() throws {
        var sitting = list()
        let lines = draw(sitting.state).text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("STARTED") })
        let heading = try #require(lines[row].firstRange(of: "FAILED")).lowerBound
        let column = lines[row].distance(from: lines[row].startIndex, to: heading)
        sitting.send(.mouseUsed(MouseEvent(.press, column: column + 1, row: row)))
        #expect(order(sitting) == [1, 4, 2, 3])
        sitting.send(.mouseUsed(MouseEvent(.press, column: column + 1, row: row)))
        #expect(order(sitting) == [2, 4, 1, 3])
    }

    @Test func sameChoiceAgainReverses() {
        var sitting = list()
        choose("took", with: "s", in: &sitting)
        #expect(order(sitting) == [4, 1, 2, 3])
        sitting.press(.character("s"), .enter)
        #expect(order(sitting) == [3, 2, 1, 4])
    }

    @Test func selectionStaysOnItsRowInAnotherOrder() {
        var sitting = list()
        sitting.press(.down)
        choose("took", with: "s", in: &sitting)
        guard case .runs(let page) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(page.cursor.selected == Self.runs[1].id)
    }

    @Test func orderBelongsToTheKindOfPage() {
        var sitting = list()
        choose("failed", with: "s", in: &sitting)
        sitting.press(.escape)
        #expect(!draw(sitting.state).text.contains("sorted by"))
        sitting.press(.enter)
        #expect(draw(sitting.state).text.contains("sorted by failed"))
    }

    @Test func columnsAreHiddenMovedAndRestored() throws {
        var sitting = list()
        sitting.press(.character("C"), .enter, .down, .right, .escape)
        let titles = try #require(draw(sitting.state).text.split(separator: "\n").first { $0.contains("STARTED") })
        #expect(!titles.contains("STATUS"))
        let (type, run) = (try #require(titles.firstRange(of: "TYPE")), try #require(titles.firstRange(of: "RUN ")))
        #expect(type.lowerBound < run.lowerBound)
        sitting.press(.character("C"), .backspace, .escape)
        #expect(draw(sitting.state).text.contains("STATUS     RUN        TYPE"))
    }

    @Test func urgentRowsAreNextAndPrevious() {
        var sitting = list()
        func selected() -> Int? {
            guard case .runs(let page) = sitting.state.page else { return nil }
            return Self.runs.firstIndex { $0.id == page.cursor.selected }
        }
        sitting.press(.character("n"))
        #expect(selected() == 1)
        sitting.press(.character("n"), .character("n"))
        #expect(selected() == 3)
        sitting.press(.character("n"))
        #expect(selected() == 3)
        #expect(draw(sitting.state).text.contains("No row below needs somebody."))
        sitting.press(.character("N"))
        #expect(selected() == 2)
    }

    @Test func starMarksWhatTheFilterShows() {
        var sitting = list()
        sitting.press(.character("/"))
        for letter in "failed>9" { sitting.press(.character(letter)) }
        sitting.press(.enter, .character("*"))
        #expect(draw(sitting.state).text.contains("2 marked"))
        sitting.press(.escape, .character("u"))
        #expect(!draw(sitting.state).text.contains("marked"))
    }

    @Test func paletteFindsCommandsJobsRunsAndRows() {
        var sitting = list()
        choose("sort the list", with: ":", in: &sitting)
        #expect(draw(sitting.state).text.contains("Sort by"))
        sitting.press(.escape)
        choose("goto last", with: ":", in: &sitting)
        guard case .runs(let page) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(page.cursor.index == 3)
        choose("goto -20m", with: ":", in: &sitting)
        guard case .runs(let dated) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(dated.cursor.index == 1)
        choose("goto nowhere", with: ":", in: &sitting)
        #expect(draw(sitting.state).words.contains("names no other row"))
        choose(Self.runs[2].id, with: ":", in: &sitting)
        #expect(sitting.state.page.kind == .run)
        choose("nightly", with: ":", in: &sitting)
        #expect(sitting.state.page.kind == .runs)
    }

    @Test func paletteSaysWhyACommandDoesNothing() {
        var sitting = list()
        sitting.press(.character(":"))
        for letter in "unmark all" { sitting.press(.character(letter)) }
        #expect(draw(sitting.state).words.contains("unmark all runs no marks"))
        sitting.press(.enter)
        #expect(draw(sitting.state).text.contains("┌ Command"), "it stays open")
        sitting.press(.escape)
        #expect(!draw(sitting.state).text.contains("┌ Command"))
    }

    @Test func helpIsSearchedAndRunsWhatIsSelected() {
        var sitting = list()
        sitting.press(.character("?"), .character("/"))
        for letter in "columns of" { sitting.press(.character(letter)) }
        sitting.press(.enter)
        #expect(draw(sitting.state).text.contains("Help: columns of"))
        sitting.press(.enter)
        #expect(draw(sitting.state).text.contains("┌ Columns"))
    }

    @Test func pastedTextAndASmallerScreenKeepAnEntrySelected() {
        var sitting = list()
        sitting.press(.character("s"))
        for _ in 0..<30 { sitting.press(.down) }
        sitting.send(.resized(Size(columns: 60, rows: 12)))
        let canvas = draw(sitting.state)
        let selected = (0..<canvas.size.rows).map { row in
            (0..<canvas.size.columns).filter { canvas[$0, row].isSelected }.map { canvas[$0, row].text }.joined()
        }
        #expect(selected.contains { $0.contains("[ ]") }, "the last entry is on the screen")
        sitting.send(.pasted("failed"))
        #expect(sitting.state.menu?.cursor.selected != nil)
        sitting.press(.enter)
        #expect(order(sitting) == [1, 4, 2, 3])
    }

    @Test func openMenuFitsEveryScreen() {
        for (columns, rows) in [(40, 10), (80, 24), (200, 60)] {
            var sitting = list()
            sitting.send(.resized(Size(columns: columns, rows: rows)))
            for key in ["s", "C", ":"] as [Character] {
                sitting.press(.character(key), .down, .pageDown, .up)
                #expect(draw(sitting.state).text.contains("Esc close"))
                sitting.press(.escape)
            }
        }
    }

    @Test func loadingOnReadsToTheEndAndStops() {
        var sitting = Sitting(columns: 120, rows: 30, pages: [.runs(RunsPage(profile: .first, job: Self.job))])
        sitting.answer(jobs: [Samples.job(Self.job)])
        let all = (0..<1050).map { Samples.run($0 + 1, .success, ago: Double($0) * 600 + 600, took: 60, of: 1, ok: 1, failed: 0) }
        sitting.answer(runs: Array(all.prefix(20)), of: Self.job, total: all.count)
        sitting.press(.character("L"))
        #expect(draw(sitting.state).words.contains("Loading runs: 20 of 1,050"))
        var pages = 0
        for _ in 0..<200 {
            sitting.pass(1)
            for order in sitting.taken() {
                guard case .call(_, .runs(_, let number)) = order else { continue }
                pages += 1
                sitting.answer(
                    runs: Array(all.dropFirst(number * 100).prefix(100)), of: Self.job, total: all.count, page: number)
            }
        }
        #expect(pages == 11)
        #expect(draw(sitting.state).text.contains("1,050 runs"))
        #expect(sitting.state.records.listings[Self.job]?.runs.count == all.count)
        #expect(!draw(sitting.state).text.contains("Loading runs"))
        sitting.press(.character("L"))
        #expect(draw(sitting.state).text.contains("All runs are loaded."))
    }
}
