import Intuned
import Testing
import TextScreen

@testable import Dashboard

/// What pages make of the records is made when these change, and not for every key.
struct DerivedOnceTests {
    /// Where an array keeps its elements: the same place means that nobody has made it again.
    private func place<Element>(_ array: [Element]) -> UnsafeRawPointer? {
        array.withUnsafeBytes(\.baseAddress).map { UnsafeRawPointer($0) }
    }

    private func manyRuns() -> Sitting {
        let runs = (0..<RunsListing.mostRows).map { Samples.run(50_000 + $0, .success, ago: Double($0), took: 1) }
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        sitting.type("/5")
        sitting.press(.enter)
        sitting.answer(runs: Array(runs.prefix(20)), of: "big", total: runs.count)
        for page in 0..<(runs.count / RunsListing.pageSize) {
            // Further rows are asked for where somebody is near the end of those that are loaded.
            sitting.press(.end)
            let rows = runs.dropFirst(page * RunsListing.pageSize).prefix(RunsListing.pageSize)
            sitting.answer(runs: Array(rows), of: "big", total: runs.count, page: page)
        }
        sitting.press(.home)
        return sitting
    }

    @Test func keyPressNeitherFiltersNorCopiesTwentyThousandRuns() throws {
        var sitting = manyRuns()
        let listing = try #require(sitting.state.records.listings["big"])
        #expect(listing.runs.count == RunsListing.mostRows)
        guard case .runs(let before) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        #expect(before.shown.rows.count > 1000 && before.shown.rows.count < listing.runs.count)
        sitting.press(.down, .pageDown, .up, .character("t"))
        sitting.pass(1)
        guard case .runs(let after) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        #expect(place(after.shown.rows) == place(before.shown.rows))
        #expect(place(after.shown.ids) == place(before.shown.ids))
        #expect(sitting.state.records.listings["big"].map { place($0.runs) } == place(listing.runs))
        #expect(after.cursor.selected != before.cursor.selected)
    }

    @Test func answerThatBringsNothingNewFiltersNothing() throws {
        var sitting = manyRuns()
        guard case .runs(let before) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        let newest = try #require(sitting.state.records.listings["big"]).runs.prefix(20)
        sitting.answer(runs: Array(newest), of: "big", total: RunsListing.mostRows)
        guard case .runs(let after) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        #expect(place(after.shown.rows) == place(before.shown.rows))
    }
}
