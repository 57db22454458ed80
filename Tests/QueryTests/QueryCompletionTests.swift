import Query
import Testing

/// How the end of a query may go on.
struct QueryCompletionTests {
    private func choices(_ text: String) -> [String] {
        QueryCompletion(of: text, QueryParserTests.names) { field in
            field == "status" ? ["SUCCESS", "FAILURE", "PAUSED"] : field == "error" ? ["out of credits"] : []
        }.choices.map(\.text)
    }

    @Test func namesThatBeginSoAreOffered() {
        #expect(choices("st") == ["started", "status:"])
        #expect(choices("shop -fa") == ["shop -failed"])
        #expect(choices("zzz") == [])
    }

    @Test func loadedValuesAreOffered() {
        #expect(choices("status:") == ["status:FAILURE", "status:PAUSED", "status:SUCCESS"])
        #expect(choices("a status:p") == ["a status:PAUSED"])
        #expect(choices("status:failure|su") == ["status:failure|SUCCESS"])
        #expect(choices("-status=s") == ["-status=SUCCESS", "-status=PAUSED"])
        #expect(choices("error:cred") == ["error:\"out of credits\""])
        #expect(choices("status:failure") == [])
    }
}
