import Dashboard
import Intuned
import Testing
import TextScreen

/// Answers for parts of a list of runs are merged into one list.
@Suite struct RunsListingTests {
    private let runs = (0..<60).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }

    /// A user on a list with these rows loaded.
    private func listing(_ known: [JobRun], total: Int) -> Sitting {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        sitting.answer(runs: known, of: "big", total: total)
        return sitting
    }

    private func ids(_ sitting: Sitting) -> [String]? { sitting.state.records.listings["big"]?.runs.map(\.id) }

    @Test(arguments: [[10], [0], [1, 2, 18], [19], [18, 19]]) func aRunThatIsGoneFromTheHeadIsTheOneThatGoes(gone: [Int]) {
        var sitting = listing(runs, total: 60)
        let left = runs.indices.filter { !gone.contains($0) }.map { runs[$0] }
        sitting.answer(runs: Array(left[0..<20]), of: "big", total: left.count)
        #expect(ids(sitting) == left.map(\.id))
    }

    @Test func aRunThatIsGoneWhileOthersComeIsTheOneThatGoes() {
        var sitting = listing(Array(runs[3...]), total: 57)
        let left = Array(runs[..<10] + runs[11...])
        sitting.answer(runs: Array(left[0..<20]), of: "big", total: left.count)
        #expect(ids(sitting) == left.map(\.id))
    }

    @Test(arguments: [true, false]) func aRowThatCannotBeReadIsNotGone(hasID: Bool) {
        var sitting = listing(runs, total: 60)
        let bad = BadRow(index: 10, id: hasID ? runs[10].id : nil, problem: ShapeProblem("status", .missing))
        sitting.answer(runs: Array(runs[..<10] + runs[11..<20]), of: "big", total: 60, badRows: [bad])
        #expect(ids(sitting) == runs.map(\.id))
        let left = Array(runs[..<5] + runs[6...])
        let further = BadRow(index: 9, id: bad.id, problem: bad.problem)
        sitting.answer(runs: Array(left[..<9] + left[10..<20]), of: "big", total: left.count, badRows: [further])
        #expect(ids(sitting) == left.map(\.id))
    }

    @Test func aRunThatBeganBetweenTwoAnswersStandsInItsPlace() {
        var sitting = listing(Array(runs[2..<22]), total: 58)
        sitting.answer(runs: Array(runs[0..<50]), of: "big", total: 60, page: 0)
        #expect(ids(sitting) == runs[0..<50].map(\.id))
        sitting.answer(runs: Array(runs[0..<20]), of: "big", total: 60)
        #expect(ids(sitting) == runs[0..<50].map(\.id))
    }

    @Test func aPageThatDoesNotReachWhatIsKnownTellsNothingAboutItsPlace() {
        var sitting = listing(Array(runs[0..<20]), total: 60)
        sitting.answer(runs: Array(runs[40..<60]), of: "big", total: 60, page: 2)
        #expect(ids(sitting) == runs[0..<20].map(\.id))
        #expect(sitting.state.records.listings["big"]?.nextPage == 0)
    }

    @Test func theListOfJobsKeepsNoMoreOfTheirRunsThanItAsksFor() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        let runs = (0..<500).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        for first in stride(from: 480, through: 0, by: -10) {
            sitting.pass(30)
            sitting.answer(runs: Array(runs[first..<first + 20]), of: "nightly-prices", total: 500 - first)
        }
        let listing = sitting.state.records.listings["nightly-prices"]
        #expect(listing?.runs.map(\.id) == runs[..<20].map(\.id))
        #expect(listing?.nextPage == 0)
    }

    @Test func aListThatStaysOpenKeepsWhatIsInReach() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: "big"))])
        let runs = (0..<2600).map { Samples.run($0, .success, ago: Double($0) * 100 + 50, took: 10) }
        sitting.answer(runs: Array(runs[50..<2050]), of: "big", total: 2550)
        for first in stride(from: 40, through: 0, by: -10) {
            sitting.pass(9)
            sitting.answer(runs: Array(runs[first..<first + 20]), of: "big", total: 2600 - first)
            // The newest run stays selected.
            sitting.press(.home)
        }
        #expect(ids(sitting) == runs[..<RunsListing.rowsAtHand].map(\.id))
        _ = sitting.taken()
        for _ in 0..<300 { sitting.press(.pageDown) }
        #expect(sitting.taken().contains(.call(.first, .runs(job: "big", page: 20))))
        sitting.answer(runs: Array(runs[2000..<2100]), of: "big", total: 2600, page: 20)
        #expect(ids(sitting) == runs[..<2100].map(\.id))
    }
}
