import Dashboard
import Intuned
import Testing
import TextScreen

@testable import ResultsFile

/// Results compared with those of the previous run.
@Suite struct RunBeforeTests {
    private func text(_ sitting: Sitting) -> String { draw(sitting.state).text }

    /// The previous run of the sample run, known only from the list of runs.
    private func runBefore(_ sitting: inout Sitting) -> RunKey {
        let before = Samples.run(2, .success, ago: 180_000, took: 900, of: 60, ok: 60, failed: 0)
        let unstarted = Samples.run(1, .canceled, ago: 170_000, took: 0, of: 60, ok: 0, failed: 0)
        sitting.answer(runs: [Samples.partly, unstarted, before], of: "nightly-prices")
        return RunKey(profile: .first, job: "nightly-prices", run: before.id)
    }

    @Test func failuresThatTheRunBeforeDidNotHaveAreMarkedNew() {
        var sitting = Sitting.reading()
        let id = ReadingID(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id), number: 1)
        let known = Set(SampleFile.shop.snapshot.groups.prefix(1).map(\.signature))
        sitting.send(.read(id, .compared(PreviousResults(signatures: known, bytes: 15_000))))
        sitting.press(.character("e"))
        #expect(text(sitting).contains("1 not in the previous run"))
        #expect(text(sitting).contains("new request-timeout"))
    }

    @Test func theSizeIsComparedWithThatOfTheLastRunThatTookUpItsItems() {
        var sitting = Sitting.reading(below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        let id = ReadingID(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id), number: 1)
        let before = runBefore(&sitting)
        let path = FetchOrder(before, folder: ".").stem
        #expect(sitting.orders.contains(.call(.first, .run(before))))
        #expect(sitting.orders.contains(.read(id, .compare(path: "\(path).jsonl", format: "jsonl"))))
        _ = sitting.taken()
        var results = Samples.results
        (results.format, results.size) = ("csv", 30_000)
        let run = Samples.run(2, .success, ago: 180_000, took: 900, of: 60, ok: 60, failed: 0)
        sitting.answer(run: run, of: "nightly-prices", results: results)
        #expect(sitting.orders.contains(.read(id, .compare(path: "\(path).csv", format: "csv"))))
        #expect(draw(sitting.state).words.contains("14.4 kB (previous run: 30.0 kB)."))
        sitting.send(.read(id, .compared(PreviousResults(signatures: [], bytes: 60_000))))
        #expect(draw(sitting.state).words.contains("(previous run: 60.0 kB)."), "its file is what there is")
    }

    @Test func theListOfRunsIsReadOnWhereItEndsBeforeTheRunBefore() {
        var sitting = Sitting.reading(below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(runs: [Samples.well, Samples.partly], of: "nightly-prices", total: 150)
        #expect(sitting.taken().contains(.call(.first, .runs(job: "nightly-prices", page: 0))))
        let before = Samples.run(9, .success, ago: 180_000, took: 900, of: 60, ok: 60, failed: 0)
        sitting.answer(runs: [Samples.well, Samples.partly, before], of: "nightly-prices", total: 150, page: 0)
        #expect(sitting.taken().contains(.call(.first, .run(RunKey(profile: .first, job: "nightly-prices", run: before.id)))))
    }

    @Test func fileThatTheStorePacksIsComparedByThePlatformsSize() {
        var sitting = Sitting.reading(below: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id)
        let id = ReadingID(key: key, number: 1)
        _ = runBefore(&sitting)
        let path = FetchOrder(key, folder: ".").path(format: Samples.results.format) + ".gz"
        sitting.send(.read(id, .opened(path: path)))
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        let size = Samples.results.size.map { Int64($0) }
        sitting.send(.read(id, .compared(PreviousResults(signatures: [], bytes: size))))
        #expect(!draw(sitting.state).words.contains("previous run"))
    }
}
