import Query
import Testing

@testable import ResultsFile

@Suite struct ViewTests {
    private let folder = Folder()

    private func numbers(_ file: ResultsFile, _ filter: ResultsFilter) async throws -> [Int] {
        let view = file.view(filter)
        let state = await view.searched()
        #expect(state.isFinal && state.failure == nil && state.examined == state.rows)
        return try view.rowNumbers(in: 0..<state.count)
    }

    @Test func anOpenFilterShowsEveryRow() async throws {
        let (file, _) = try await folder.index(Lines.many(10))
        let view = file.view(ResultsFilter())
        #expect(view.state == ResultsViewState(count: 10, examined: 10, rows: 10, isFinal: true))
        #expect(try view.rowNumbers(in: 8..<20) == [8, 9])
        #expect(try view.position(ofRow: 7) == 7)
        #expect(try view.nextFailure(after: -1) == 2)
        #expect(try view.nextFailure(after: 8) == nil)
    }

    @Test func conditionsHoldTogether() async throws {
        let (file, _) = try await folder.index(Lines.many(30))
        #expect(try await numbers(file, ResultsFilter(outcome: .failed)) == Array(stride(from: 2, to: 30, by: 3)))
        #expect(try await numbers(file, ResultsFilter(apiName: "api-1")) == Array(stride(from: 1, to: 30, by: 5)))
        #expect(
            try await numbers(file, ResultsFilter(outcome: .ok, apiName: "api-1", query: Query("/\"R1/", ItemQuery.names))) == [
                1, 16,
            ])
        #expect(try await numbers(file, ResultsFilter(apiName: "api-9")) == [])
    }

    @Test(arguments: ["grün", "GRÜN", "Grün", "say \"hi\"", "SAY \"HI\"", "/x"])
    func wordsAreFoundHoweverTheyAreWritten(words: String) async throws {
        let outputs = [
            #""Grün say \"Hi\" /x""#, #""GR\u00dcN say \"HI\" /X""#, #""gr\u00FCn say \"hi\" /x""#, #""GRÜN say \"hi\" /x""#,
            #""grun""#,
        ]
        let (file, _) = try await folder.index(outputs.map { Lines.ok(output: $0) }.joined(separator: "\n"))
        #expect(try await numbers(file, ResultsFilter(query: Query(words, ItemQuery.names))) == [0, 1, 2, 3])
    }

    @Test func searchingRowsLongerThanABlockFindsTheirEnds() async throws {
        let long = "\"" + String(repeating: "x", count: 3 << 20) + "needle\""
        let (file, _) = try await folder.index([Lines.ok(), Lines.ok(output: long), Lines.ok()].joined(separator: "\n"))
        #expect(try await numbers(file, ResultsFilter(query: Query("NEEDLE", ItemQuery.names))) == [1])
    }

    @Test func positionsAndRowsAreFoundFromEachOther() async throws {
        let (file, _) = try await folder.index(Lines.many(60_000))
        let view = file.view(ResultsFilter(outcome: .failed))
        #expect(await view.searched().count == 20_000)
        #expect(try view.row(at: 17_000) == 51_002)
        #expect(try view.row(at: 20_000) == nil)
        #expect(try view.position(ofRow: 51_002) == 17_000)
        #expect(try view.position(ofRow: 51_003) == 17_001)
        #expect(try view.position(ofRow: 99_999) == 20_000)
        #expect(try view.rows(in: 17_000..<17_002).map(\.index) == [51_002, 51_005])
    }

    @Test func theNextFailureIsFoundInsideAView() async throws {
        let (file, _) = try await folder.index(Lines.many(30))
        let view = file.view(ResultsFilter(apiName: "api-1"))
        _ = await view.searched()
        // Rows 1, 6, 11, 16, 21, 26, of which 11 and 26 failed.
        #expect(try view.nextFailure(after: -1) == 2)
        #expect(try view.nextFailure(after: 2) == 5)
        #expect(try view.nextFailure(after: 5) == nil)
        #expect(try file.nextFailure(after: 2) == 5)
        #expect(try file.previousFailure(before: 5) == 2)
        #expect(try file.previousFailure(before: 2) == nil)
    }

    @Test func aCanceledSearchSaysSo() async throws {
        let path = try folder.write(Lines.many(10))
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: path, options: options)
        let view = file.view(ResultsFilter(query: Query("api-1", ItemQuery.names)))
        view.cancel()
        let state = await view.searched()
        #expect(state.isFinal)
        #expect(state.failure == .canceled)
    }

    @Test func csvRecordsAreSearchedAsTheyAreWritten() async throws {
        let (file, _) = try await folder.index("api,note\na,Hello\nb,\"x,y\"\n")
        #expect(try await numbers(file, ResultsFilter(query: Query("hello", ItemQuery.names))) == [0])
        #expect(try await numbers(file, ResultsFilter(query: Query("x,Y", ItemQuery.names))) == [1])
    }
}
