import Intuned
import Testing

/// One bad value does not affect the rest of its answer.
struct HostileAnswerTests {
    private func page(_ body: [UInt8]) async throws -> JobRunsPage {
        try await IntunedClient(ScriptedTransport(HTTPResponseHead(status: 200), pieces: [body])).call(
            Endpoints.jobRuns(job: "j")
        ).value
    }

    @Test func tenThousandLevelsOfDetailsCostNoRow() async throws {
        let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let body = #"""
            {"jobRuns": [{"id": "a", "status": "PAUSED", "reason": {"message": "m", "details": \#(deep)}}, {"id": "b", "status": "SUCCESS"}]}
            """#
        let page = try await page(Array(body.utf8))
        #expect(page.badRows == [])
        #expect(page.runs.map(\.id) == ["a", "b"])
        let details = try #require(page.runs[0].reason?.details)
        let levels = AnswerDepth.left(below: 4)
        #expect(details.indented().filter { $0.hasSuffix("[") }.count == levels)
        #expect(details.indented()[levels].hasSuffix("\"…\""))
        #expect(details == details)
    }

    @Test func halfASurrogatePairIsReplacedInItsPlace() async throws {
        let page = try await page(
            Array(#"{"jobRuns": [{"id": "a", "status": "FAILURE", "error": {"message": "unpaired \ud83d surrogate"}}]}"#.utf8))
        #expect(
            page
                == JobRunsPage(runs: [
                    JobRun(id: "a", status: .known(.failure), error: RunError(message: "unpaired \u{FFFD} surrogate"))
                ]))
    }

    @Test func invalidUTF8IsReplacedInItsPlace() async throws {
        let body = Array(#"{"jobRuns": [{"id": "a", "status": "FAILURE", "error": {"message": "x"#.utf8) + [0xFF]
        #expect(
            try await page(body + Array(#""}}]}"#.utf8))
                == JobRunsPage(runs: [JobRun(id: "a", status: .known(.failure), error: RunError(message: "x\u{FFFD}"))]))
    }

    @Test func controlCharactersArriveAsTheyAre() async throws {
        let page = try await page(Array(#"{"jobRuns": [{"id": "\u0000\u001b[2J", "status": "\u202e"}]}"#.utf8))
        #expect(page == JobRunsPage(runs: [JobRun(id: "\u{0}\u{1B}[2J", status: .unrecognized("\u{202E}"))]))
    }

    @Test func aTextOfTwoHundredThousandCharactersIsWhole() async throws {
        let text = String(repeating: "long ", count: 40_000)
        let page = try await page(
            Array(#"{"jobRuns": [{"id": "a", "status": "FAILURE", "error": {"message": "\#(text)"}}]}"#.utf8))
        #expect(page.runs.map(\.error?.message) == [text])
    }

    @Test func numbersBeyondAllBoundsAreUnknown() async throws {
        let body =
            #"{"jobRuns": [{"id": "a", "status": "PENDING", "payloads": 1e999, "failed_runs": 99999999999999999999}], "totalCount": -1e999}"#
        #expect(try await page(Array(body.utf8)) == JobRunsPage(runs: [JobRun(id: "a", status: .known(.pending))]))
    }

    private enum AnswerDepth {
        /// The levels that are kept of a value nested this many levels deep.
        static func left(below levels: Int) -> Int { 500 - levels }
    }
}
