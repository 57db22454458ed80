import Intuned
import Testing
import TextScreen

@testable import Dashboard

/// Pages compute data from the records when the records change, not for every key.
struct DerivedOnceTests {
    /// The address of an array's elements: an equal address means that the array was not made again.
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
            // More rows are requested when the cursor nears the end of the loaded ones.
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

    private func manyJobs() throws -> (Sitting, JobsPage) {
        var sitting = Sitting()
        sitting.answer(jobs: (0..<200).map { Samples.job("job-\($0)") })
        for job in 0..<200 { sitting.answer(runs: [Samples.well, Samples.partly], of: "job-\(job)") }
        guard case .jobs(let page) = sitting.state.page else { throw CancellationError() }
        return (sitting, page)
    }

    @Test func keyPressMakesNoRowOfTwoHundredJobsAgain() throws {
        var (sitting, before) = try manyJobs()
        #expect(before.shown.rows.count == 200)
        sitting.press(.down, .pageDown, .character("t"))
        sitting.pass(1)
        guard case .jobs(let after) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        #expect(place(after.shown.rows) == place(before.shown.rows))
        #expect(place(after.shown.all) == place(before.shown.all))
        #expect(after.cursor.selected != before.cursor.selected)
    }

    @Test func answerForOneJobReachesItsRow() throws {
        var (sitting, before) = try manyJobs()
        sitting.answer(runs: [Samples.failed, Samples.well, Samples.partly], of: "job-7")
        guard case .jobs(let after) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        #expect(after.shown.rows.first?.job.id == "job-7", "what failed stands on top")
        #expect(after.shown.rows.count == 200)
        let changed = zip(before.shown.all, after.shown.all).filter { $0 != $1 }.map(\.1.job.id)
        #expect(changed == ["job-7"])
    }

    @Test func answerThatBringsNothingNewFiltersNothing() throws {
        var sitting = manyRuns()
        guard case .runs(let before) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        let newest = try #require(sitting.state.records.listings["big"]).runs.prefix(20)
        sitting.answer(runs: Array(newest), of: "big", total: RunsListing.mostRows)
        guard case .runs(let after) = sitting.state.page else { return #expect(Bool(false), "the list is shown") }
        #expect(place(after.shown.rows) == place(before.shown.rows))
    }

    @Test(arguments: [false, true]) func keyPressMakesNoRowOfAHistoryAgain(isByDay: Bool) {
        var sitting = Sitting(pages: [.history(HistoryPage(profile: .first, job: "big"))])
        let runs = (0..<500).map { Samples.run(50_000 + $0, .success, ago: Double($0) * 7200, took: 60) }
        sitting.answer(runs: runs, of: "big", total: runs.count)
        if isByDay { sitting.press(.tab) }
        guard case .history(let before) = sitting.state.page else { return #expect(Bool(false), "the history is shown") }
        #expect(before.shown.rows.count > 20)
        sitting.press(.down, .pageDown, .character("t"))
        sitting.pass(1)
        guard case .history(let after) = sitting.state.page else { return #expect(Bool(false), "the history is shown") }
        #expect(place(after.shown.rows) == place(before.shown.rows))
        #expect(after.cursor.selected != before.cursor.selected)
    }

    @Test func keyPressComparesNoConfigurationAgain() {
        var sitting = Sitting(pages: [
            .difference(DifferencePage(key: RunKey(profile: .first, job: "big", run: DifferenceTests.bad.id)))
        ])
        sitting.answer(runs: [DifferenceTests.bad, DifferenceTests.good], of: "big")
        guard case .difference(let before) = sitting.state.page else { return #expect(Bool(false), "the difference is shown") }
        #expect(before.fields(in: sitting.state)?.count == 2)
        sitting.press(.down)
        sitting.pass(1)
        guard case .difference(let after) = sitting.state.page else { return #expect(Bool(false), "the difference is shown") }
        #expect(place(after.fields(in: sitting.state) ?? []) == place(before.fields(in: sitting.state) ?? []))
    }
}
