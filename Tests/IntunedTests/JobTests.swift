import Intuned
import Testing

struct JobTests {
    @Test func aRowOfTheListIsReadWhole() throws {
        let list: JobList = try decode(
            """
            [{"id": "nightly-prices", "workspace_id": "w", "project_id": "p", "configuration": {"retry": {"maximumAttempts": 2},
            "maxConcurrentRequests": 5, "requestTimeout": 120}, "payload": [{"apiName": "a", "parameters": {"q": "x"}}],
            "sink": null, "schedule": {"jitter": "10m", "intervals": [{"every": 60000}, {"every": "1h"}],
            "calendars": [{"hour": 3, "dayOfWeek": ["MONDAY", {"start": "TUESDAY", "end": "FRIDAY"}]}]},
            "next_run_time": "2024-01-02T00:00:00Z", "last_run_time": "2024-01-01T00:00:00Z",
            "created_at": "2023-01-01T00:00:00Z", "auth_session": {"id": "login"}, "proxy": null, "reason": {"type": "paused",
            "message": "by ana", "details": {"n": 1}, "timestamp": "2024-01-01T12:00:00Z"}, "state": "PAUSED",
            "schedule_id": "s", "source": "API"}]
            """)
        let calendar = JSONValue.object([
            .init(
                name: "dayOfWeek",
                value: .array([
                    .string("MONDAY"),
                    .object([.init(name: "end", value: .string("FRIDAY")), .init(name: "start", value: .string("TUESDAY"))]),
                ])), .init(name: "hour", value: .number("3")),
        ])
        let job = JobListItem(
            id: "nightly-prices", state: .known(.paused),
            reason: JobReason(
                type: .known(.paused), message: "by ana", details: .object([.init(name: "n", value: .number("1"))]),
                timestamp: Timestamp("2024-01-01T12:00:00Z")),
            schedule: Schedule(jitter: .string("10m"), intervals: [.number("60000"), .string("1h")], calendars: [calendar]),
            nextRunTime: Timestamp("2024-01-02T00:00:00Z"), lastRunTime: Timestamp("2024-01-01T00:00:00Z"),
            createdAt: Timestamp("2023-01-01T00:00:00Z"),
            payload: [PayloadItem(apiName: "a", parameters: .object([.init(name: "q", value: .string("x"))]))],
            source: .known(.api),
            configuration: JobConfiguration(maximumAttempts: 2, maxConcurrentRequests: 5, requestTimeout: 120),
            authSession: AuthSession(id: "login"), workspaceID: "w", projectID: "p", scheduleID: "s")
        #expect(list == JobList(jobs: [job]))
    }

    @Test func oneJobIsReadWhole() throws {
        let job: JobDetail = try decode(
            """
            {"id": "j", "projectId": "p", "configuration": {}, "payload": [], "sink": {"type": "webhook",
            "url": "https://s.example"}, "schedule": {"intervals": [{"every": 1000}]}, "created_at": "2023-01-01T00:00:00Z",
            "next_run_time": null, "last_run_time": "2024-01-01T00:00:00Z", "state": "ACTIVE", "auth_session": {"id": "a"},
            "proxy": "http://u:p@h.example"}
            """)
        #expect(
            job
                == JobDetail(
                    id: "j", state: .known(.active), schedule: Schedule(intervals: [.number("1000")]),
                    lastRunTime: Timestamp("2024-01-01T00:00:00Z"), createdAt: Timestamp("2023-01-01T00:00:00Z"), payload: [],
                    sink: .webhook(WebhookSink(url: .url("https://s.example"))), authSession: AuthSession(id: "a"),
                    proxy: Proxy(url: .url("http://u:p@h.example")), projectID: "p"))
    }

    @Test func aScheduleThatNobodyUnderstandsIsStillOne() throws {
        let schedule: Schedule = try decode(#"{"jitter": null, "intervals": [{"each": 1}, 7], "calendars": "*", "cron": "* *"}"#)
        #expect(schedule == Schedule())
    }

    @Test func aSingleRunsOutcomeIsReadWithItsOwnSpellings() throws {
        let result: RunResult = try decode(
            """
            {"runId": "V1StGXR8_Z5jdHi6B-myT", "status": "failed", "result": [1, null], "extendedPayloads": [{"api": "a"}],
            "error": {"message": "m", "code": "script-timeout", "category": "execution", "correlation_id": "c"},
            "message": "words", "reason": {"type": "terminated"}}
            """)
        #expect(
            result
                == RunResult(
                    runID: "V1StGXR8_Z5jdHi6B-myT", status: .known(.failed), result: .array([.number("1"), .null]),
                    extendedPayloads: [.object([.init(name: "api", value: .string("a"))])],
                    error: RunError(
                        message: "m", code: .known(.scriptTimeout), category: .known(.execution), correlationID: "c"),
                    message: "words", reason: RunReason(type: .known(.terminated))))
    }
}
