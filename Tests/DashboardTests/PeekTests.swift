import Dashboard
import Intuned
import ResultsFile
import Testing
import TextScreen

/// The results of a failed run, read into memory while its page is open.
@Suite struct PeekTests {
    static let run = Samples.run(3, .success, ago: 90_000, took: 950, of: 60, ok: 51, failed: 8)
    static let earlier = Samples.run(7, .success, ago: 180_000, took: 950, of: 60, ok: 51, failed: 8)
    static let key = key(run)

    static func key(_ run: JobRun) -> RunKey { RunKey(profile: .first, job: "nightly-prices", run: run.id) }

    static func results(_ size: Double?, link: String = "first") -> RunResults {
        RunResults(signedURL: .url("https://store.example.com/\(link)?X-Signature=verysecret"), format: "jsonl", size: size)
    }

    /// A user who opened the page of a run with failed items.
    static func opened(
        _ run: JobRun = run, size: Double? = 14_400, peeks: Bool = true, columns: Int = 120, rows: Int = 40,
        charset: Charset = .unicode14, below: [Page] = []
    ) -> Sitting {
        var sitting = Sitting(
            columns: columns, rows: rows, charset: charset, pages: below + [.run(RunPage(key: key(run)))], peeks: peeks)
        sitting.answer(jobs: Samples.jobs)
        _ = sitting.taken()
        sitting.answer(run: run, of: "nightly-prices", results: results(size))
        return sitting
    }

    private static func peeks(_ orders: [Effect]) -> [RunResults] {
        orders.compactMap { if case .read(_, .peek(let results)) = $0 { results } else { nil } }
    }

    private func fail(_ sitting: inout Sitting, _ failure: PeekFailure) {
        guard let id = sitting.state.reading?.id else { return }
        sitting.send(.read(id, .peekFailed(failure)))
    }

    @Test func pageOfAFailedRunReadsSmallResultsOnce() {
        var sitting = Self.opened()
        #expect(Self.peeks(sitting.taken()) == [Self.results(14_400)])
        #expect(draw(sitting.state).words.contains("Reading the results (14.4 kB) to see why."))
        sitting.pass(10)
        sitting.answer(run: Self.run, of: "nightly-prices", results: Self.results(14_400, link: "second"))
        #expect(Self.peeks(sitting.taken()) == [])
    }

    @Test func causesAreListedWithTheirFirstItem() {
        var sitting = Self.opened(columns: 90)
        sitting.answer(from: .shop)
        let words = draw(sitting.state).words
        #expect(words.contains("2 causes in 8 failed items"))
        #expect(words.contains("6 6 Blocked by the site: HTTP <number> (request <number>)"))
        #expect(words.contains("First item, row 6, script-execution-exception: Blocked by the site:"))
    }

    @Test func enterShowsTheItemsOfTheSelectedCause() {
        var sitting = Self.opened()
        sitting.answer(from: .shop)
        sitting.press(.down, .enter)
        sitting.answer(from: .shop)
        #expect(sitting.state.page == .items(ItemsPage(key: Self.key, group: 1)) || sitting.state.page.kind == .items)
        #expect(draw(sitting.state).words.contains("cause: request-timeout Timed out after"))
        sitting.press(.escape)
        #expect(sitting.state.reading != nil)
        #expect(Self.peeks(sitting.taken()) == [])
    }

    @Test func resultsBesideTheCausesAreReadAsAWhole() {
        var sitting = Self.opened(columns: 200, rows: 60)
        sitting.answer(from: .shop)
        sitting.press(.tab, .enter)
        sitting.answer(from: .shop)
        #expect(draw(sitting.state).words.contains("60 items, 51 ok, 8 failed"))
        #expect(sitting.state.page.kind == .items)
    }

    @Test func leavingThePageStopsTheReadingAndFreesTheResults() {
        var sitting = Self.opened()
        guard let id = sitting.state.reading?.id else { return #expect(Bool(false), "nothing is read") }
        _ = sitting.taken()
        sitting.press(.escape)
        #expect(sitting.taken().contains(.read(id, .close)))
        #expect(sitting.state.reading == nil)
    }

    @Test func anotherRunTakesTheReadingOver() {
        var sitting = Self.opened(below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(runs: [Self.run, Self.earlier], of: "nightly-prices")
        guard let id = sitting.state.reading?.id else { return #expect(Bool(false), "nothing is read") }
        _ = sitting.taken()
        sitting.press(.character("["))
        #expect(sitting.taken().contains(.read(id, .close)))
        sitting.answer(run: Self.earlier, of: "nightly-prices", results: Self.results(500, link: "earlier"))
        #expect(Self.peeks(sitting.taken()) == [Self.results(500, link: "earlier")])
    }

    @Test(arguments: [nil, 8_388_609] as [Double?]) func largerResultsAreNotRead(size: Double?) {
        var sitting = Self.opened(size: size)
        #expect(Self.peeks(sitting.taken()) == [])
        let words = draw(sitting.state).words
        #expect(words.contains(size == nil ? "Press f to fetch the results and see why." : "The results have 8.4 MB. Press f to"))
    }

    @Test func runsWithoutFailedItemsAndActiveRunsAreNotRead() {
        for run in [Samples.well, Samples.underWay, Samples.waiting] {
            var sitting = Self.opened(run)
            #expect(Self.peeks(sitting.taken()) == [], "\(run.id)")
        }
    }

    @Test func noPeekReadsNothing() {
        var sitting = Self.opened(peeks: false)
        #expect(Self.peeks(sitting.taken()) == [])
        #expect(draw(sitting.state).words.contains("Press f to fetch the results and see why."))
    }

    @Test func refusalIsSaidOnceAndNotTriedAgain() {
        var sitting = Self.opened()
        _ = sitting.taken()
        fail(&sitting, .refused(status: 404, code: nil))
        #expect(draw(sitting.state).words.contains("The store has no such file (404)."))
        sitting.pass(100)
        #expect(Self.peeks(sitting.taken()) == [])
        sitting.press(.character("r"))
        #expect(Self.peeks(sitting.taken()).count == 1)
    }

    @Test func expiredLinkIsRenewedOnceWithinTheBudget() {
        var sitting = Self.opened(columns: 90)
        _ = sitting.taken()
        let before = sitting.state.polling.budget.used(at: sitting.now.uptime)
        fail(&sitting, .expired(status: 403, code: nil))
        #expect(sitting.taken().contains(.call(.first, .run(Self.key))))
        #expect(sitting.state.polling.budget.used(at: sitting.now.uptime) == before + 1)
        #expect(draw(sitting.state).words.contains("The link has expired. Asking for another link."))
        sitting.answer(run: Self.run, of: "nightly-prices", results: Self.results(14_400, link: "second"))
        #expect(Self.peeks(sitting.taken()) == [Self.results(14_400, link: "second")])
        fail(&sitting, .expired(status: 403, code: nil))
        sitting.pass(100)
        #expect(!sitting.taken().contains(.call(.first, .run(Self.key))))
        #expect(draw(sitting.state).words.contains("The store returned 403 twice, also for a renewed link."))
    }

    @Test func resultsThatAreNotItemsAreSaidToBe() {
        var sitting = Self.opened()
        sitting.answer(from: SampleFile(rows: [], shape: .binary))
        #expect(draw(sitting.state).words.contains("The results are not a list of items"))
        sitting.pass(100)
        #expect(Self.peeks(sitting.taken()) == [])
    }

    @Test func causeIsNewOnlyIfThePreviousRunsCausesAreKnown() {
        var sitting = Self.opened(below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(runs: [Self.run, Self.earlier], of: "nightly-prices")
        sitting.answer(from: .shop)
        #expect(!draw(sitting.state).words.contains("not in the previous run"))
        sitting.press(.character("["))
        sitting.answer(run: Self.earlier, of: "nightly-prices", results: Self.results(500, link: "earlier"))
        var file = SampleFile.shop
        file.rows.removeAll { $0.errorCode == "request-timeout" }
        sitting.answer(from: file)
        sitting.press(.character("]"))
        let words = draw(sitting.state).words
        #expect(words.contains("2 causes in 8 failed items, 1 not in the previous run"))
        #expect(words.contains("2 new 32 Timed out after"))
        #expect(Self.peeks(sitting.taken()) == [], "the causes are remembered")
    }

    @Test func everyCauseIsNewAfterARunWithoutFailures() {
        var sitting = Self.opened(below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        let well = Samples.run(8, .success, ago: 180_000, took: 900, of: 60, ok: 60, failed: 0)
        sitting.answer(runs: [Self.run, well], of: "nightly-prices")
        sitting.answer(from: .shop)
        #expect(draw(sitting.state).words.contains("2 causes in 8 failed items, 2 not in the previous run"))
    }

    @Test func memoryOfCausesIsBounded() {
        let runs = (0..<40).map { Samples.run(100 + $0, .success, ago: 90_000 + Double($0), took: 9, of: 60, ok: 51, failed: 8) }
        var sitting = Self.opened(runs[0], below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(runs: runs, of: "nightly-prices")
        sitting.answer(from: .shop)
        for run in runs.dropFirst() {
            sitting.press(.character("["))
            sitting.answer(run: run, of: "nightly-prices", results: Self.results(500, link: run.id))
            sitting.answer(from: .shop)
        }
        #expect(runs.filter { sitting.state.causes(of: Self.key($0)) != nil } == Array(runs.suffix(32)))
    }

    @Test func fetchedFileOfAnySizeShowsTheCausesWithoutTheStore() {
        var sitting = Self.opened(size: 90_000_000)
        sitting.send(.fetchEnded(Self.key, .success(FetchedFile(path: "nightly.jsonl", bytes: 90_000_000))))
        #expect(sitting.answer(from: .shop).first == .open(path: "nightly.jsonl", format: "jsonl", isGrowing: false))
        #expect(draw(sitting.state).words.contains("2 causes in 8 failed items"))
    }
}
