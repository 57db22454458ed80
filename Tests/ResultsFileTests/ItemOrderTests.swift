import Query
import Testing

@testable import ResultsFile

/// Items in the order of a field.
@Suite struct ItemOrderTests {
    private let folder = Folder()

    private func view(_ file: ResultsFile, _ field: String?, isReversed: Bool = false, _ query: String = "") -> ResultsView {
        file.view(
            ResultsFilter(query: Query(query, ItemQuery.names), order: ListOrder(by: field, isReversed: isReversed)))
    }

    private func rows(_ view: ResultsView) async throws -> [Int] {
        let state = await view.searched()
        #expect(state.isFinal && state.failure == nil && !state.isTooMuchToSort)
        return try view.rowNumbers(in: 0..<state.count)
    }

    private static let outputs = [
        #"{"n":10,"t":"b"}"#, #"{"n":9,"t":"A"}"#, "null", #"{"n":"9.5","t":"a"}"#, #"{"n":-1E+400,"t":""}"#, #"{"n":null}"#,
        #"{"n":"nan","t":"Ä"}"#, #"{"n":9,"t":"c"}"#,
    ]

    @Test func numbersAreSortedAsNumbersAndTheUnknownIsLast() async throws {
        let (file, _) = try await folder.index(Self.outputs.map { Lines.ok(output: $0) }.joined(separator: "\n"))
        #expect(try await rows(view(file, "n")) == [1, 7, 3, 0, 4, 6, 5, 2])
        #expect(try await rows(view(file, "output.n", isReversed: true)) == [5, 6, 4, 0, 3, 1, 7, 2])
        #expect(try await rows(view(file, "t")) == [1, 3, 0, 7, 6, 2, 4, 5])
        #expect(try await rows(view(file, "n", "n<10")) == [1, 7, 3])
        #expect(try await rows(view(file, nil, isReversed: true)) == [7, 6, 5, 4, 3, 2, 1, 0])
        #expect(try await rows(view(file, "nothing")) == [0, 1, 2, 3, 4, 5, 6, 7])
    }

    @Test func itemsAreSortedByWhatTheIndexKnows() async throws {
        let times = ["2026-03-01T10:00:00.000Z", "2026-03-01T09:59:00.000Z", "2026-03-01T10:00:01.000Z"]
        let lines = times.map { Lines.failed(code: "c\($0.suffix(8))", started: $0) } + [Lines.ok("api-0"), Lines.canceled()]
        let (file, _) = try await folder.index(lines.joined(separator: "\n"))
        #expect(try await rows(view(file, "took")) == [2, 0, 3, 4, 1])
        #expect(try await rows(view(file, "started")) == [1, 0, 3, 4, 2])
        #expect(try await rows(view(file, "status")) == [4, 0, 1, 2, 3])
        #expect(try await rows(view(file, "api")) == [3, 0, 1, 2, 4])
        #expect(try await rows(view(file, "tries", isReversed: true)) == [0, 1, 2, 3, 4])
        #expect(try await rows(view(file, "code")) == [0, 1, 2, 3, 4])
    }

    @Test func positionsAndFailuresAreThoseOfTheOrder() async throws {
        let lines = (0..<3_000).map { number in
            number % 100 == 7 ? Lines.failed() : Lines.ok(output: #"{"n":\#((number * 7_919) % 3_001)}"#)
        }
        let (file, _) = try await folder.index(lines.joined(separator: "\n"))
        let view = view(file, "n")
        let order = try await rows(view)
        #expect(Set(order) == Set(0..<3_000) && order.suffix(30).allSatisfy { $0 % 100 == 7 })
        #expect(order != Array(0..<3_000))
        for position in [0, 1, 1_500, 2_999] {
            #expect(try view.position(ofRow: order[position]) == position)
            #expect(try view.rows(in: position..<(position + 1)).map(\.index) == [order[position]])
        }
        #expect(try view.nextFailure(after: -1) == 2_970)
        #expect(try view.nextFailure(after: 2_999) == nil)
        #expect(try view.previousFailure(before: 3_000) == 2_999)
        #expect(try view.previousFailure(before: 2_970) == nil)
    }

    @Test func tooManyRowsStayInTheOrderOfTheFile() async throws {
        let count = RowSorting.mostRows + 5_000
        let (file, _) = try await folder.index((0..<count).map { #"{"n":\#(count - $0)}"# }.joined(separator: "\n"))
        let view = view(file, "n")
        let state = await view.searched()
        #expect(state.isFinal && state.isTooMuchToSort && state.count == count)
        #expect(try view.rowNumbers(in: 0..<3) == [0, 1, 2])
        #expect(try view.position(ofRow: 70_000) == 70_000)
        #expect(try await rows(self.view(file, "n", "n<4")) == [count - 1, count - 2, count - 3])
    }

    @Test func tooMuchTextStaysInTheOrderOfTheFile() async throws {
        let long = String(repeating: "x", count: 1 << 20)
        let (file, _) = try await folder.index((0..<40).map { #"{"t":"\#(40 - $0)\#(long)"}"# }.joined(separator: "\n"))
        let state = await view(file, "t").searched()
        #expect(state.isTooMuchToSort && state.count == 40)
        #expect(try await rows(view(file, "t", "row<=3")) == [2, 1, 0])
    }
}
