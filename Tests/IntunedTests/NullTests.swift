import Intuned
import Testing

/// Go servers write an empty list as null, and many servers write null for missing values.
struct NullTests {
    /// Every list of the contract, by the answer that contains it: the values read from a given list.
    private static let lists: [(name: String, read: @Sendable (String) throws -> AnyHashable)] = [
        ("jobs", { try decode($0, as: JobList.self) }),
        ("jobRuns", { try decode(#"{"jobRuns": \#($0), "totalCount": 0}"#, as: JobRunsPage.self) }),
        ("payload", { try job(#""payload": \#($0)"#) }),
        ("intervals", { try job(#""schedule": {"jitter": 1, "intervals": \#($0)}"#) }),
        ("calendars", { try job(#""schedule": {"jitter": 1, "calendars": \#($0)}"#) }),
        ("notifications of a job", { try job(#""notifications": \#($0)"#) }),
        ("notifications of a run", { try snapshot(#""notifications": \#($0)"#).notifications }),
        (
            "extendedPayloads",
            { try decode(#"{"runId": "r", "status": "completed", "extendedPayloads": \#($0)}"#, as: RunResult.self) }
        ),
    ]

    private static func job(_ fields: String) throws -> JobListItem { try decode(#"{"id": "j", "state": "ACTIVE", \#(fields)}"#) }

    private static func snapshot(_ fields: String) throws -> ConfigurationSnapshot {
        let run: JobRun = try decode(#"{"id": "r", "status": "PENDING", "job_configuration_snapshot": {\#(fields)}}"#)
        return try #require(run.snapshot)
    }

    @Test(arguments: lists.indices) func nullIsAnEmptyListEverywhere(index: Int) throws {
        let list = Self.lists[index]
        #expect(try list.read("null") == list.read("[]"), "\(list.name)")
    }

    /// If a missing list has a meaning, null has the same: the job's items are unknown, or all APIs are sent.
    @Test func nullIsAbsenceWhereAbsenceHasAMeaning() throws {
        #expect(try decode(#"{"id": "j", "state": "ACTIVE", "payload": null}"#, as: JobDetail.self).payload == nil)
        for type in [#""webhook", "url": "https://s.example""#, #""s3", "bucket": "b""#] {
            let (absent, null) = ("\"sink\": {\"type\": \(type)}", "\"sink\": {\"type\": \(type), \"apisToSend\": null}")
            #expect(try Self.snapshot(absent).sink == Self.snapshot(null).sink)
        }
    }

    @Test func aNullAmongTheRowsIsABadRowAndCostsNoOther() throws {
        let page: JobRunsPage = try decode(#"{"jobRuns": [null, {"id": "r", "status": "PENDING"}], "totalCount": null}"#)
        let run = JobRun(id: "r", status: .known(.pending))
        #expect(page == JobRunsPage(runs: [run], badRows: [BadRow(index: 0, problem: ShapeProblem("", .null))]))
    }

    /// The fields beside the list in its answers, and the fields that a call may omit.
    @Test func nullIsAbsenceBesideTheLists() throws {
        #expect(try decode(#"{"jobRuns": [], "totalCount": null}"#) == JobRunsPage())
        let run = #""jobRun": {"id": "r", "status": "SUCCESS"}"#
        let bare = JobRunDetail(jobRun: JobRun(id: "r", status: .known(.success)))
        #expect(try decode("{\(run), \"results\": null}") == bare)
        let url = #""signed_url": "https://s.example", "format": "jsonl""#
        #expect(
            try decode("{\(url), \"size\": null, \"key\": null, \"signed_url_expiration\": null}", as: RunResults.self)
                == decode("{\(url)}"))
        #expect(try decode(#"{"jobRunId": "r", "message": null}"#) == TriggeredRun(jobRunID: "r"))
        #expect(try decode(#"{"message": null}"#) == Confirmation())
        let nulls = ["result", "extendedPayloads", "error", "message", "reason"].map { ", \"\($0)\": null" }.joined()
        #expect(try decode(#"{"runId": "r", "status": "started"\#(nulls)}"#) == RunResult(runID: "r", status: .known(.started)))
        let complaint = ["code", "category", "message", "retirable", "details", "correlationId"].map { "\"\($0)\": null" }
        #expect(try decode("{\(complaint.joined(separator: ", "))}") == Complaint())
    }

    @Test func aCallForAListThatIsNullEndsWell() async throws {
        let jobs = IntunedClient(ScriptedTransport(status: 200, body: "null"))
        #expect(try await jobs.call(Endpoints.jobs()).value == JobList())
        let runs = IntunedClient(ScriptedTransport(status: 200, body: #"{"jobRuns":null,"totalCount":0}"#))
        #expect(try await runs.call(Endpoints.jobRuns(job: "j")).value == JobRunsPage(totalCount: 0))
    }
}
