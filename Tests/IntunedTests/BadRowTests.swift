import Intuned
import Testing

struct BadRowTests {
    private let good = JobRun(id: "good", status: .known(.success))

    @Test(
        arguments: [
            (#"{"id": "bad"}"#, "bad", "status: missing"),
            (#"{"id": "bad", "status": null}"#, "bad", "status: null"),
            (#"{"id": "bad", "status": ["SUCCESS"]}"#, "bad", "status: not text"),
            (#"{"id": "bad", "status": 5}"#, "bad", "status: not text"),
            (#"{"id": 17, "status": "SUCCESS"}"#, "17", "id: not text"),
            (#"{"id": "", "status": "SUCCESS"}"#, "", "id: unreadable"),
            (#"{"status": "SUCCESS"}"#, nil, "id: missing"),
            (#""not a run""#, nil, "not an object"), ("null", nil, "null"), ("[1, 2]", nil, "not an object"),
            ("7", nil, "not an object"),
        ] as [(String, String?, String)])
    func oneBadRunAmongGoodOnesIsNamedAndCostsNothing(row: String, id: String?, problem: String) throws {
        let page: JobRunsPage = try decode(
            #"{"jobRuns": [{"id": "good", "status": "SUCCESS"}, \#(row), {"id": "good", "status": "SUCCESS"}], "totalCount": "9"}"#
        )
        #expect(
            page == JobRunsPage(runs: [good, good], badRows: [BadRow(index: 1, id: id, problem: problem)], totalCount: 9))
    }

    @Test func badJobsAreNamedByTheirPlaces() throws {
        let list: JobList = try decode(
            """
            [{"id": 42, "state": ["ACTIVE"], "payload": "none"}, {"id": "j", "state": "PAUSED"}, {"id": "x", "state": false}]
            """)
        #expect(
            list
                == JobList(
                    jobs: [JobListItem(id: "j", state: .known(.paused))],
                    badRows: [
                        BadRow(index: 0, id: "42", problem: "id: not text"),
                        BadRow(index: 2, id: "x", problem: "state: not text"),
                    ]))
    }

    @Test func emptyListsHoldNothing() throws {
        #expect(try decode(#"{"jobRuns": []}"#) == JobRunsPage())
        #expect(try decode("[]") == JobList())
    }

    @Test func aProblemNeverQuotesAValue() throws {
        let page: JobRunsPage = try decode(#"{"jobRuns": [{"id": "r", "status": {"value": "hidden-77"}}]}"#)
        #expect(!"\(page)".contains("hidden-77"))
        #expect(page.badRows == [BadRow(index: 0, id: "r", problem: "status: not text")])
    }
}
