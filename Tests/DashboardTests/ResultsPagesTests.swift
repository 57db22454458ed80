import Dashboard
import Intuned
import Testing
import TextScreen

@testable import ResultsFile

@Suite struct ResultsPagesTests {
    private let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id)

    private func text(_ sitting: Sitting) -> String { draw(sitting.state).text }

    private func selectedRow(_ sitting: Sitting) -> Int? {
        if case .items(let page) = sitting.state.page { page.cursor.row } else { nil }
    }

    @Test func enterOnARunOpensItsFetchedFileAndShowsARowForEachItem() {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        sitting.send(.fetchEnded(key, .success(FetchedFile(path: "here.jsonl", bytes: 10))))
        _ = sitting.taken()
        sitting.press(.enter)
        let id = ReadingID(key: key, number: 1)
        #expect(sitting.taken() == [.read(id, .open(path: "here.jsonl", format: "jsonl", isGrowing: false))])
        #expect(sitting.state.page.kind == .run, "its page comes when the file is open")
        sitting.send(.read(id, .opened(path: "here.jsonl")))
        #expect(sitting.state.page.kind == .items)
        #expect(sitting.taken().contains(.read(id, .search(ResultsFilter()))))
    }

    @Test func aFileFromAnEarlierSessionIsFoundByItsName() {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        _ = sitting.taken()
        sitting.press(.enter)
        let path = FetchOrder(key, folder: ".").path(format: "jsonl")
        let id = ReadingID(key: key, number: 1)
        #expect(sitting.taken() == [.read(id, .open(path: path, format: "jsonl", isGrowing: false))])
        sitting.send(.read(id, .notOpened(.notOpened(path: path, code: 2))))
        #expect(text(sitting).contains("Not fetched yet. Press f to fetch."))
        #expect(sitting.state.page.kind == .run)
        #expect(sitting.state.reading == nil)
    }

    @Test func aReaderThatFoundNoFileIsSentAway() {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        for number in 1...3 {
            sitting.press(.enter)
            _ = sitting.taken()
            let id = ReadingID(key: key, number: number)
            sitting.send(.read(id, .notOpened(.notOpened(path: "a.jsonl", code: 2))))
            #expect(sitting.taken() == [.read(id, .close)])
        }
    }

    @Test func onlyTheRowsOnTheScreenAndAMarginAreRead() {
        var file = SampleFile.shop
        file.rows = (0..<100_000).map { SampleFile.row($0) }
        var sitting = Sitting.reading(file)
        sitting.press(.character("G"))
        let orders = sitting.answer(from: file)
        guard case .readRows(_, let range)? = orders.first else { return #expect(Bool(false), "rows are ordered") }
        #expect(range.upperBound == 100_000)
        #expect(range.count < 120)
        #expect(selectedRow(sitting) == 99_999)
    }

    @Test func aFileThatSomebodyChangedIsSaidInPlaceOfItsRows() {
        var file = SampleFile.shop
        file.rows = (0..<1000).map { SampleFile.row($0) }
        var sitting = Sitting.reading(file)
        sitting.press(.character("G"))
        guard case .read(let id, .readRows(let filter, let range))? = sitting.taken().last else {
            return #expect(Bool(false), "rows are ordered")
        }
        sitting.send(.read(id, .rowsRead(filter, range, .failure(.changed))))
        let words = draw(sitting.state).words
        #expect(words.contains("Another program changed the file. Close the results and open them again."))
        #expect(!text(sitting).contains("SKU-"))
        sitting.press(.up, .up)
        #expect(!sitting.taken().contains { if case .read(_, .readRows) = $0 { true } else { false } })
    }

    @Test func aHeldKeyOrdersOneReadAtATime() {
        var file = SampleFile.shop
        file.rows = (0..<1000).map { SampleFile.row($0) }
        var sitting = Sitting.reading(file)
        for _ in 0..<10 { sitting.press(.pageDown) }
        let reads = sitting.orders.filter { if case .read(_, .readRows) = $0 { true } else { false } }
        #expect(reads.count == 1)
        sitting.answer(from: file)
        #expect(text(sitting).contains("SKU-330"))
    }

    @Test func theTotalsAndWhatIsOddStandOnTop() {
        let text = text(Sitting.reading())
        #expect(text.contains("60 items, 51 ok, 8 failed, 1 broken, 1 empty"))
        #expect(text.contains("1 of 51 ok items returned nothing. 1 row cannot be read."))
    }

    @Test func aSuccessWithNothingInItIsSaidAloud() {
        let run = Samples.run(3, .success, ago: 90_000, took: 950, of: 0, ok: 0, failed: 0)
        let text = text(Sitting.reading(SampleFile(rows: [], shape: .empty), run: run))
        #expect(text.contains("SUCCESS without results: the file has no items."))
        #expect(text.contains("No items in nightly-prices-3.jsonl"))
    }

    @Test func countsThatDifferFromTheRunAreNamed() {
        let run = Samples.run(3, .success, ago: 90_000, took: 950, of: 61, ok: 53, failed: 8)
        let text = text(Sitting.reading(run: run))
        #expect(text.contains("The file has 60 items; the run had 61 payloads. The file has 51 ok; the run counted 53."))
    }

    @Test func theFailedItemsAloneAreShownAndTheSelectionStaysOnItsItem() {
        var sitting = Sitting.reading()
        sitting.press(.character("n"))
        sitting.answer(from: .shop)
        sitting.press(.character("n"))
        sitting.answer(from: .shop)
        #expect(selectedRow(sitting) == 15)
        sitting.press(.character("a"))
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("8 shown: failed"))
        #expect(selectedRow(sitting) == 15)
        sitting.press(.character("a"))
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("51 shown: ok"))
        #expect(selectedRow(sitting) == 16)
        sitting.press(.character("a"))
        sitting.answer(from: .shop)
        #expect(!text(sitting).contains("shown:"))
    }

    @Test func theLastFailureIsTheLast() {
        var sitting = Sitting.reading()
        sitting.press(.character("G"), .character("N"))
        sitting.answer(from: .shop)
        #expect(selectedRow(sitting) == 55)
        sitting.press(.character("n"))
        sitting.answer(from: .shop)
        #expect(selectedRow(sitting) == 55)
        #expect(text(sitting).contains("No more failures."))
    }

    @Test func aFailureThatIsFoundAfterTheCursorWentElsewhereDoesNotMoveIt() {
        var sitting = Sitting.reading()
        sitting.press(.character("n"), .down)
        sitting.answer(from: .shop)
        #expect(selectedRow(sitting) == 1)
    }

    @Test func wordsAndAnAPINarrowTheList() {
        var sitting = Sitting.reading()
        sitting.press(.character("A"), .character("A"))
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("shown: API stock"))
        sitting.press(.character("/"))
        sitting.type("timed out")
        sitting.press(.enter)
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("2 shown: API stock, “timed out”"))
        sitting.press(.escape)
        sitting.answer(from: .shop)
        #expect(sitting.state.page.kind == .items)
        #expect(!text(sitting).contains("timed out”"))
    }

    @Test func rowsOfAnEarlierFilterAreDropped() {
        var sitting = Sitting.reading()
        let id = ReadingID(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id), number: 1)
        sitting.press(.character("a"))
        sitting.answer(from: .shop)
        let before = sitting.state
        sitting.send(.read(id, .rowsRead(ResultsFilter(), 0..<1, .success([SampleFile.row(0)]))))
        sitting.send(.read(id, .searched(ResultsFilter(), ResultsViewState())))
        sitting.send(.read(ReadingID(key: key, number: 99), .indexed(ResultsSnapshot())))
        #expect(sitting.state == before)
    }

    @Test func failuresOfOneCauseStandTogetherAndEnterShowsThem() {
        var sitting = Sitting.reading()
        sitting.press(.character("e"))
        #expect(text(sitting).contains("2 causes in 8 failed items"))
        #expect(text(sitting).contains("Blocked by the site: HTTP <number> (request <number>)"))
        sitting.press(.down, .enter)
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("2 shown: cause: request-timeout"))
        sitting.press(.escape, .escape)
        sitting.answer(from: .shop)
        #expect(sitting.state.page.kind == .items)
        #expect(!text(sitting).contains("shown:"))
    }

    @Test func whatHoldsNoItemsIsShownAsItIs() {
        let file = SampleFile(rows: [], shape: .binary, bytes: Array(0...255) + Array("the end".utf8))
        var sitting = Sitting.reading(file)
        #expect(sitting.state.page.kind == .bytes)
        #expect(text(sitting).contains("00000010  10 11 12 13"))
        #expect(text(sitting).contains("0123456789:;<=>?"))
        sitting.press(.down, .down)
        sitting.answer(from: file)
        #expect(text(sitting).contains("from byte 32 of 263"))
    }

    @Test func theShownRowsAreWrittenAndAFileThatIsThereIsReplacedOnlyAfterAYes() {
        var sitting = Sitting.reading()
        sitting.press(.character("a"))
        sitting.answer(from: .shop)
        _ = sitting.taken()
        sitting.press(.character("W"))
        let run = RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id)
        let path = FetchOrder(run, folder: ".").stem + ".failed.csv"
        let order = ExportOrder(filter: ResultsFilter(outcome: .failed), format: .csv, path: path)
        let id = ReadingID(key: run, number: 1)
        #expect(sitting.taken() == [.read(id, .export(order))])
        sitting.send(.read(id, .exported(order, .failure(.alreadyExists(path: path)))))
        #expect(draw(sitting.state).words.contains("already exists. Replace it?"))
        sitting.pass(1)
        sitting.press(.character("y"))
        var replacing = order
        replacing.replaces = true
        #expect(sitting.taken() == [.read(id, .export(replacing))])
        #expect(draw(sitting.state).words.contains("Writing \(path): 0 of 8 rows"))
        sitting.send(.read(id, .exported(replacing, .success(ExportReceipt(rows: 8, bytes: 1200)))))
        #expect(draw(sitting.state).words.contains("Saved 8 rows to \(path) (1.2 kB)."))
    }

    @Test func writingSaysHowFarItIsAndXStopsIt() {
        var sitting = Sitting.reading()
        let id = ReadingID(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id), number: 1)
        sitting.press(.character("w"))
        guard case .read(id, .export(let order))? = sitting.taken().first else { return #expect(Bool(false), "rows are written") }
        #expect(draw(sitting.state).words.contains("Writing \(order.path): 0 of 60 rows"))
        sitting.press(.character("W"))
        #expect(sitting.taken().isEmpty, "one after the other")
        sitting.send(.read(id, .exportProgressed(ExportProgress(order: order, rows: 30, total: 60))))
        #expect(draw(sitting.state).words.contains("30 of 60 rows, 50 %"))
        sitting.press(.character("x"))
        #expect(sitting.taken() == [.read(id, .stopExport)])
        sitting.send(.read(id, .exported(order, .failure(.canceled))))
        #expect(draw(sitting.state).words.contains("Export canceled. \(order.path) is removed."))
        sitting.press(.character("x"))
        #expect(sitting.taken().isEmpty)
    }

    @Test func quittingWhileRowsAreWrittenAsksFirst() {
        var sitting = Sitting.reading()
        sitting.press(.character("w"))
        _ = sitting.taken()
        sitting.press(.character("q"))
        #expect(sitting.taken().isEmpty)
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.quit])
    }

    @Test func leavingTheResultsGivesUpWhatIsBeingWritten() {
        var sitting = Sitting.reading()
        sitting.press(.character("w"), .escape)
        #expect(draw(sitting.state).words.contains("Export canceled."))
    }

    @Test func leavingTheResultsClosesTheFile() {
        var sitting = Sitting.reading()
        sitting.press(.escape)
        let id = ReadingID(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id), number: 1)
        #expect(sitting.taken().contains(.read(id, .close)))
        #expect(sitting.state.reading == nil)
    }

    @Test func aFileIsReadWhileItArrives() {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        sitting.press(.character("f"))
        sitting.send(.fetchProgressed(key, FetchProgress(received: 1000, total: 9000)))
        _ = sitting.taken()
        sitting.press(.enter)
        let id = ReadingID(key: key, number: 1)
        let path = FetchOrder(key, folder: ".").path(format: "jsonl") + ".partial"
        #expect(sitting.taken() == [.read(id, .open(path: path, format: "jsonl", isGrowing: true))])
        sitting.send(.read(id, .opened(path: path)))
        #expect(sitting.taken().contains(.read(id, .extend(to: 1000))))
        sitting.send(.fetchProgressed(key, FetchProgress(received: 5000, total: 9000)))
        #expect(sitting.taken() == [.read(id, .extend(to: 5000))])
        sitting.send(.fetchEnded(key, .success(FetchedFile(path: "done.jsonl", bytes: 9000))))
        #expect(sitting.taken() == [.read(id, .finish)])
    }

    @Test func aFetchThatBeginsAnewIsReadAnew() {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        sitting.press(.character("f"))
        sitting.send(.fetchProgressed(key, FetchProgress(received: 5000, total: 9000)))
        sitting.press(.enter)
        let path = FetchOrder(key, folder: ".").path(format: "jsonl") + ".partial"
        sitting.send(.read(ReadingID(key: key, number: 1), .opened(path: path)))
        _ = sitting.taken()
        sitting.send(.fetchProgressed(key, FetchProgress(received: 10, total: 9000)))
        #expect(
            sitting.taken() == [
                .read(ReadingID(key: key, number: 1), .close),
                .read(ReadingID(key: key, number: 2), .open(path: path, format: "jsonl", isGrowing: true)),
            ])
        #expect(sitting.state.page.kind == .items)
    }
}
