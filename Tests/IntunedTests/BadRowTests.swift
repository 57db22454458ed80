import Intuned
import Testing

struct BadRowTests {
    private let good = JobRun(id: "good", status: .known(.success))

    @Test(
        arguments: [
            (#"{"id": "bad"}"#, "bad", ShapeProblem("status", .missing)),
            (#"{"id": "bad", "status": null}"#, "bad", ShapeProblem("status", .null)),
            (#"{"id": "bad", "status": ["SUCCESS"]}"#, "bad", ShapeProblem("status", .not(.text))),
            (#"{"id": "bad", "status": 5}"#, "bad", ShapeProblem("status", .not(.text))),
            (#"{"id": 17, "status": "SUCCESS"}"#, "17", ShapeProblem("id", .not(.text))),
            (#"{"id": "", "status": "SUCCESS"}"#, "", ShapeProblem("id", .unreadable)),
            (#"{"status": "SUCCESS"}"#, nil, ShapeProblem("id", .missing)),
            (#""not a run""#, nil, ShapeProblem("", .not(.object))), ("null", nil, ShapeProblem("", .null)),
            ("[1, 2]", nil, ShapeProblem("", .not(.object))),
            ("7", nil, ShapeProblem("", .not(.object))),
        ] as [(String, String?, ShapeProblem)])
    func oneBadRunAmongGoodOnesIsNamedAndCostsNothing(row: String, id: String?, problem: ShapeProblem) throws {
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
                        BadRow(index: 0, id: "42", problem: ShapeProblem("id", .not(.text))),
                        BadRow(index: 2, id: "x", problem: ShapeProblem("state", .not(.text))),
                    ]))
    }

    @Test func emptyListsHoldNothing() throws {
        #expect(try decode(#"{"jobRuns": []}"#) == JobRunsPage())
        #expect(try decode("[]") == JobList())
    }

    @Test func aProblemNeverQuotesAValue() throws {
        let page: JobRunsPage = try decode(#"{"jobRuns": [{"id": "r", "status": {"value": "hidden-77"}}]}"#)
        #expect(!"\(page)".contains("hidden-77"))
        #expect(page.badRows == [BadRow(index: 0, id: "r", problem: ShapeProblem("status", .not(.text)))])
    }
}
