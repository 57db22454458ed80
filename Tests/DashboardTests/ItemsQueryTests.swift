import Dashboard
import Query
import Testing
import TextScreen

@testable import ResultsFile

/// Items are filtered by fields and sorted.
@Suite struct ItemsQueryTests {
    private static let file = SampleFile(
        rows: (0..<100).map { number in
            let title = #""title":"\#(number % 2 == 0 ? "Disk" : "Lamp") \#(number)","#
            return SampleFile.row(
                number, api: number % 3 == 0 ? "stock" : "prices",
                output: "{\(title)\"price\":\(number),\"status\":\"new\"}")
        })

    private func text(_ sitting: Sitting) -> String { draw(sitting.state).text }

    /// The latest filter that was ordered.
    private func filter(_ orders: [ReadingOrder]) -> ResultsFilter? {
        orders.compactMap { if case .search(let filter) = $0 { filter } else { nil } }.last
    }

    private func type(_ words: String, in sitting: inout Sitting) -> ResultsFilter? {
        sitting.press(.character("/"))
        sitting.type(words)
        return filter(sitting.answer(from: Self.file))
    }

    private func sort(by words: String, in sitting: inout Sitting) -> ResultsFilter? {
        sitting.press(.character("s"))
        sitting.type(words)
        sitting.press(.enter)
        return filter(sitting.answer(from: Self.file))
    }

    @Test func typedFieldsAreSearchedFor() {
        var sitting = Sitting.reading(Self.file)
        let found = type("title:disk -status:failed", in: &sitting)
        #expect(found?.query.terms == Query("title:disk -status:failed", ItemQuery.names).terms)
        #expect(text(sitting).contains("50 shown: “title:disk -status:failed”"))
        sitting.press(.enter, .escape)
        #expect(filter(sitting.answer(from: Self.file)) == ResultsFilter())
    }

    @Test func mistakeIsSaidAndTheRestHolds() {
        var sitting = Sitting.reading(Self.file)
        let found = type("disk started:soon", in: &sitting)
        #expect(found?.query.terms == Query("disk", ItemQuery.names).terms)
        let screen = draw(sitting.state)
        #expect(screen.words.contains("soon is not a time."))
        #expect(screen.words.contains("1 term not understood"))
    }

    @Test func namesAndValuesThatAreSeenAreOffered() {
        var sitting = Sitting.reading(Self.file)
        _ = type("pri", in: &sitting)
        #expect(text(sitting).contains("Tab  price"))
        sitting.press(.tab)
        #expect(text(sitting).contains("/price_"))
        sitting.press(.control("u"))
        sitting.type("output.s")
        #expect(text(sitting).contains("Tab  output.status"))
        sitting.press(.control("u"))
        sitting.type("output.status:")
        sitting.answer(from: Self.file)
        #expect(text(sitting).contains("Tab  new"))
        sitting.press(.control("u"))
        sitting.type("api:")
        #expect(text(sitting).contains("Tab  prices  stock"))
        sitting.press(.control("u"))
        sitting.type("status:")
        #expect(text(sitting).contains("Tab  broken  canceled  failed  no outcome  ok"))
    }

    @Test func valueWithASecretIsNotOffered() {
        let file = SampleFile(
            rows: (0..<40).map { SampleFile.row($0, api: "a", output: #"{"link":"https://s.io/?X-Amz-Signature=secret"}"#) })
        var sitting = Sitting.reading(file)
        sitting.press(.character("/"))
        sitting.type("link:")
        sitting.press(.tab)
        #expect(!text(sitting).contains("secret"))
    }

    @Test func relativeTimesAreReadWhenTheyAreTyped() {
        var sitting = Sitting.reading(Self.file)
        let found = type("started:-1h..", in: &sitting)
        #expect(found?.query.terms.count == 1)
        sitting.pass(30)
        #expect(filter(sitting.answer(from: Self.file)) == nil, "the clock alone searches for nothing")
    }

    @Test func itemsAreSortedByAFieldAndTheHeadSaysSo() {
        var sitting = Sitting.reading(Self.file)
        #expect(sort(by: "price", in: &sitting)?.order == ListOrder(by: "price"))
        #expect(text(sitting).contains("100 shown, sorted by price"))
        #expect(text(sitting).contains("price↑"))
        sitting.press(.character("S"))
        #expect(filter(sitting.answer(from: Self.file))?.order == ListOrder(by: "price", isReversed: true))
        #expect(text(sitting).contains("sorted by price, reversed"))
        #expect(sort(by: "output.status", in: &sitting)?.order.field == "output.status")
        #expect(sort(by: "tries", in: &sitting)?.order.field == "tries")
        #expect(sort(by: "order of the file", in: &sitting) == ResultsFilter())
        #expect(!text(sitting).contains("sorted"))
    }

    @Test func clickOnAHeadingSortsItems() throws {
        var sitting = Sitting.reading(Self.file)
        let lines = text(sitting).split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("PARAMETERS") })
        for (title, field) in [("price", "price"), ("status", "output.status"), ("TOOK", "took")] {
            let heading = try #require(lines[row].firstRange(of: title)).lowerBound
            let column = lines[row].distance(from: lines[row].startIndex, to: heading)
            sitting.send(.mouseUsed(MouseEvent(.press, column: column + 1, row: row)))
            #expect(filter(sitting.answer(from: Self.file))?.order.field == field)
            sitting.press(.character("s"), .character("o"), .character("r"), .character("d"), .enter)
            sitting.answer(from: Self.file)
        }
    }

    @Test func itemsThatArriveAreSortedLater() {
        var file = Self.file
        file.phase = .indexing
        var sitting = Sitting.reading(file)
        #expect(sort(by: "price", in: &sitting) == nil)
        #expect(text(sitting).contains("100 shown, sorted by price once the file is read"))
    }

    @Test func tooManyItemsAreNotSortedAndTheHeadSaysSo() {
        var sitting = Sitting.reading(Self.file)
        guard let order = sort(by: "price", in: &sitting), let id = sitting.state.reading?.id else { return #expect(Bool(false)) }
        var view = ResultsViewState()
        (view.count, view.examined, view.rows, view.isFinal, view.isTooMuchToSort) = (100, 100, 100, true, true)
        sitting.send(.read(id, .searched(order, view)))
        #expect(draw(sitting.state).words.contains("not sorted: the filter leaves more than 100,000 items or 33.6 MB of text"))
        #expect(!text(sitting).contains("price↑"))
    }

    @Test func exportsAreInTheOrderOfTheFile() {
        var sitting = Sitting.reading(Self.file)
        let shown = type("title:disk", in: &sitting)
        sitting.press(.enter)
        _ = sort(by: "price", in: &sitting)
        sitting.press(.character("w"))
        let exported = sitting.taken().compactMap { if case .read(_, .export(let order)) = $0 { order } else { nil } }.first
        #expect(exported?.filter == shown)
        #expect(exported?.path.hasSuffix(".filtered.jsonl") == true)
    }

    @Test func otherResultsAreInTheOrderOfTheirFile() {
        var sitting = Sitting.reading(Self.file)
        _ = sort(by: "price", in: &sitting)
        sitting.press(.escape, .enter)
        #expect(filter(sitting.answer(from: Self.file)) == ResultsFilter())
    }

    @Test func rowIsFoundByItsPlace() {
        var sitting = Sitting.reading(Self.file)
        sitting.press(.character(":"))
        sitting.type("goto 50%")
        sitting.press(.enter)
        sitting.answer(from: Self.file)
        guard case .items(let page) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(page.cursor.row == 50)
    }
}
