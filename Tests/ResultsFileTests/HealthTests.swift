import Testing

@testable import ResultsFile

@Suite struct HealthTests {
    private func totals(ok: Int = 0, failed: Int = 0, empty: Int = 0, broken: Int = 0, unknown: Int = 0) -> ResultsTotals {
        var totals = ResultsTotals()
        totals.items = ok + failed + broken + unknown
        totals.ok = ok
        totals.failed = failed
        totals.emptyOutputs = empty
        totals.broken = broken
        totals.unknown = unknown
        return totals
    }

    @Test func whatIsAsPromisedNeedsNoWord() {
        let promise = ResultsPromise(items: 10, ok: 8, failed: 2, previousBytes: 1_000)
        #expect(totals(ok: 8, failed: 2).findings(against: promise, fileBytes: 1_900).isEmpty)
        #expect(totals(ok: 8).findings(against: ResultsPromise(), fileBytes: 5).isEmpty)
    }

    @Test func everythingThatDiffersIsNamed() {
        let promise = ResultsPromise(items: 10, ok: 8, failed: 2, previousBytes: 1_000)
        #expect(
            totals(ok: 5, failed: 3, empty: 4, broken: 1).findings(against: promise, fileBytes: 400) == [
                .itemsDiffer(found: 9, promised: 10), .okDiffer(found: 5, promised: 8), .failuresDiffer(found: 3, promised: 2),
                .emptyOutputs(4, of: 5), .brokenRows(1), .sizeDiffers(bytes: 400, previous: 1_000),
            ])
    }

    @Test func aSuccessWithNothingInItIsSaidFirst() {
        #expect(
            totals().findings(against: ResultsPromise(items: 3), fileBytes: 0) == [.noItems, .itemsDiffer(found: 0, promised: 3)])
    }

    @Test func rowsThatDoNotSayHowTheyEndedContradictNothing() {
        #expect(totals(ok: 1, unknown: 2).findings(against: ResultsPromise(ok: 3, failed: 0), fileBytes: 0).isEmpty)
    }
}
