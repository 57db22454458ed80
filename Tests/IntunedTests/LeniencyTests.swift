import Intuned
import Testing

/// Where the platform's descriptions disagree, both forms are read.
struct LeniencyTests {
    private func run(_ fields: String) throws -> JobRun { try decode(#"{"id": "r", "status": "PENDING", \#(fields)}"#) }

    private func snapshot(_ fields: String) throws -> ConfigurationSnapshot {
        try #require(try run(#""job_configuration_snapshot": {\#(fields)}"#).snapshot)
    }

    private func job(_ fields: String) throws -> JobListItem { try decode(#"{"id": "j", "state": "ACTIVE", \#(fields)}"#) }

    private func detail(_ fields: String) throws -> JobDetail { try decode(#"{"id": "j", "state": "ACTIVE", \#(fields)}"#) }

    @Test func aProxyIsAnObjectOrItsURLEverywhere() throws {
        let object = #""proxy": {"version": "v1", "url": "http://u:p@h.example:8"}"#
        let text = #""proxy": "http://u:p@h.example:8""#
        let url = Secret.url("http://u:p@h.example:8")
        #expect(try snapshot(object).proxy == Proxy(version: "v1", url: url))
        #expect(try snapshot(text).proxy == Proxy(url: url))
        #expect(try job(object).proxy == Proxy(version: "v1", url: url))
        #expect(try job(text).proxy == Proxy(url: url))
        #expect(try detail(object).proxy == Proxy(version: "v1", url: url))
        #expect(try detail(text).proxy == Proxy(url: url))
    }

    @Test func notificationsAreOptionalAndMalformedOnesIgnored() throws {
        let good = JobNotification(
            type: "webhook", url: .url("https://n.example/x?k=1"), headers: [Header(name: "X-Key", value: Secret("abc"))])
        let text = #"{"type": "webhook", "url": "https://n.example/x?k=1", "headers": {"X-Key": "abc"}}"#
        #expect(try snapshot(#""notifications": [\#(text)]"#).notifications == [good])
        #expect(try snapshot(#""notifications": [7, {"type": "webhook"}, \#(text), null]"#).notifications == [good])
        #expect(try snapshot(#""notifications": {"type": "pager"}"#).notifications == [])
        #expect(try snapshot(#""notifications": null"#).notifications == [])
        #expect(try job(#""notifications": [\#(text)]"#).notifications == [good])
    }

    @Test func maxRunsAndTheConfigurationsProxyAreOptional() throws {
        #expect(
            try snapshot(#""configuration": {"maxRuns": 50, "proxy": "http://u:p@h.example"}"#).configuration
                == JobConfiguration(maxRuns: 50, proxy: .url("http://u:p@h.example")))
        #expect(try snapshot(#""configuration": {}"#).configuration == JobConfiguration())
    }

    @Test func saveTraceIsOptional() throws {
        #expect(
            try snapshot(#""auth_session": {"id": "a", "checkAttempts": 1, "createAttempts": 2, "saveTrace": true}"#).authSession
                == AuthSession(id: "a", checkAttempts: 1, createAttempts: 2, saveTrace: true))
        #expect(try snapshot(#""auth_session": {"id": "a"}"#).authSession == AuthSession(id: "a"))
    }

    @Test func aJobsSourceIsOptionalAndMayBeUnknown() throws {
        #expect(try job(#""source": "CODE""#).source == .known(.code))
        #expect(try job(#""source": "AGENT""#).source == .unrecognized("AGENT"))
        #expect(try job(#""source": null"#).source == nil)
    }

    @Test(arguments: ["retirable", "retriable", "retryable"]) func theRetryFlagIsReadInAllSpellings(name: String) throws {
        let expected = RunError(message: "m", isRetirable: true)
        #expect(try run(#""error": {"message": "m", "\#(name)": true}"#).error == expected)
    }

    @Test func withoutARetryFlagNothingIsPromised() throws {
        #expect(try run(#""error": {"message": "m"}"#).error == RunError(message: "m", isRetirable: false))
        #expect(try run(#""error": {"message": "m", "retirable": null, "retryable": true}"#).error?.isRetirable == true)
        #expect(try run(#""error": {"message": "m", "retirable": false, "retryable": true}"#).error?.isRetirable == false)
    }

    @Test(arguments: ["correlationId", "correlation_id"]) func theCorrelationIdIsReadInBothSpellings(name: String) throws {
        #expect(try run(#""error": {"message": "m", "\#(name)": "c-1"}"#).error?.correlationID == "c-1")
    }

    @Test func nullIsAbsenceAndAbsenceTheDefault() throws {
        let nulls = try snapshot(
            """
            "configuration": {"retry": {"maximumAttempts": null}, "maxConcurrentRequests": null, "requestTimeout": null,
            "maxRuns": null, "proxy": null}, "sink": {"type": "webhook", "url": "https://s.example", "headers": null,
            "skipOnFail": null, "apisToSend": null}, "auth_session": {"id": "a", "checkAttempts": null,
            "createAttempts": null, "saveTrace": null}, "proxy": null, "notifications": null
            """)
        #expect(nulls.configuration == JobConfiguration())
        #expect(nulls.sink == .webhook(WebhookSink(url: .url("https://s.example"))))
        #expect(nulls.authSession == AuthSession(id: "a"))
        #expect(nulls.proxy == nil)
        #expect(nulls.notifications == [])
        #expect(try snapshot(#""configuration": {"retry": null}"#).configuration == JobConfiguration())
        #expect(try snapshot(#""configuration": null, "sink": null, "auth_session": null"#).sink == nil)
    }

    @Test func everyFieldButIdAndStatusMayBeNullOrAbsent() throws {
        let bare = JobRun(id: "r", status: .known(.pending))
        let nulls = [
            "start_time", "end_time", "workspace_id", "project_id", "job_id", "created_at", "updated_at", "type", "payloads",
            "successful_runs", "failed_runs", "error", "reason", "job_configuration_snapshot",
        ].map { "\"\($0)\": null" }.joined(separator: ", ")
        #expect(try run(nulls) == bare)
        #expect(try decode(#"{"id": "r", "status": "PENDING"}"#) == bare)
    }

    @Test func everyFieldOfAJobButIdAndStateMayBeNullOrAbsent() throws {
        let bare = JobListItem(id: "j", state: .known(.active))
        let names = [
            "workspace_id", "project_id", "configuration", "payload", "sink", "schedule", "next_run_time", "last_run_time",
            "created_at", "auth_session", "proxy", "reason", "schedule_id", "notifications", "source",
        ]
        #expect(try job(names.map { "\"\($0)\": null" }.joined(separator: ", ")) == bare)
        #expect(try decode(#"{"id": "j", "state": "ACTIVE"}"#) == bare)
        #expect(try detail(names.map { "\"\($0)\": null" }.joined(separator: ", ")) == JobDetail(id: "j", state: .known(.active)))
    }

    @Test func wordsThatNobodyKnowsAreKeptAsTheyCame() throws {
        let run: JobRun = try decode(
            """
            {"id": "r", "status": "HALF_DONE", "type": "WEBHOOK", "reason": {"type": "moon-phase"},
             "error": {"message": "m", "code": "new-code", "category": "new-category"}}
            """)
        #expect(
            run
                == JobRun(
                    id: "r", status: .unrecognized("HALF_DONE"), type: .unrecognized("WEBHOOK"),
                    error: RunError(
                        message: "m", code: .unrecognized("new-code"), category: .unrecognized("new-category")),
                    reason: RunReason(type: .unrecognized("moon-phase"))))
        #expect(try decode(#"{"id": "j", "state": "HIBERNATING"}"#) == JobListItem(id: "j", state: .unrecognized("HIBERNATING")))
    }

    @Test func fieldsThatNobodyKnowsAreIgnoredButStayInTheTree() throws {
        #expect(try run(#""futureField": {"a": [1]}"#) == JobRun(id: "r", status: .known(.pending)))
        #expect(
            try snapshot(#""futureField": {"a": [1]}"#)
                == ConfigurationSnapshot(
                    tree: .object([
                        .init(
                            name: "futureField",
                            value: .object([.init(name: "a", value: .array([.number("1")]))]))
                    ])))
    }

    @Test func aSinkOfAnUnknownTypeIsNamed() throws {
        #expect(try snapshot(#""sink": {"type": "kafka", "brokers": ["b"]}"#).sink == .unrecognized(type: "kafka"))
        #expect(try snapshot(#""sink": {"type": "webhook"}"#).sink == .unrecognized(type: "webhook"))
        #expect(try snapshot(#""sink": {}"#).sink == .unrecognized(type: ""))
    }

    @Test func anS3SinkIsReadWithEveryField() throws {
        let sink = try snapshot(
            """
            "sink": {"type": "s3", "bucket": "b", "accessKeyId": "AK", "secretAccessKey": "SK", "region": "eu", "prefix": "p/",
            "skipOnFail": true, "apisToSend": ["a"], "endpoint": "https://s3.example", "forcePathStyle": true}
            """
        ).sink
        #expect(
            sink
                == .s3(
                    S3Sink(
                        bucket: "b", accessKeyID: Secret("AK"), secretAccessKey: Secret("SK"), region: "eu", prefix: "p/",
                        skipOnFail: true, apisToSend: ["a"], endpoint: "https://s3.example", forcePathStyle: true)))
    }

    @Test(arguments: ["123": 123, "123.5": 123.5, "\"123\"": 123, "\"12.25\"": 12.25, "\"many\"": nil, "\"nan\"": nil, "[]": nil])
    func aSizeIsANumberOrTextAndMayBeFractional(json: String, size: Double?) throws {
        let results: RunResults = try decode(#"{"signed_url": "https://s.example/f", "format": "jsonl", "size": \#(json)}"#)
        #expect(results == RunResults(signedURL: .url("https://s.example/f"), format: "jsonl", size: size))
    }

    @Test func maxConcurrentRequestsIsANumber() throws {
        #expect(
            try snapshot(#""configuration": {"maxConcurrentRequests": 2.5}"#).configuration
                == JobConfiguration(maxConcurrentRequests: 2.5))
    }

    @Test func aJobsReasonHasATimeInAnyForm() throws {
        #expect(
            try job(#""reason": {"type": "paused", "message": "m", "timestamp": "2024-01-01 00:00:00+00"}"#).reason
                == JobReason(type: .known(.paused), message: "m", timestamp: Timestamp("2024-01-01 00:00:00+00")))
        #expect(
            try job(#""reason": {"type": "quarantined", "timestamp": "soon"}"#).reason
                == JobReason(type: .unrecognized("quarantined"), timestamp: Timestamp("soon")))
    }

    @Test func aJobsPayloadIsOptionalWhereOneJobIsTold() throws {
        let item = PayloadItem(
            apiName: "prices", parameters: .object([.init(name: "page", value: .number("2"))]), requestTimeout: 30,
            maximumAttempts: 5)
        let text = #"[{"apiName": "prices", "parameters": {"page": 2}, "requestTimeout": 30, "retry": {"maximumAttempts": 5}}]"#
        #expect(try detail(#""payload": \#(text)"#).payload == [item])
        #expect(try detail(#""payload": null"#).payload == nil)
        #expect(try job(#""payload": [{"apiName": "prices"}]"#).payload == [PayloadItem(apiName: "prices")])
    }

    @Test(arguments: ["projectId", "project_id"]) func theProjectIsReadInBothSpellings(name: String) throws {
        #expect(try run(#""\#(name)": "p"\#(", \"x\": 1")"#).projectID == "p")
        #expect(try job(#""\#(name)": "p""#).projectID == "p")
        #expect(try detail(#""\#(name)": "p""#).projectID == "p")
    }

    @Test func namesAreReadAsTheyAreSpelledAndNotDerived() throws {
        let wrong = #""configuration": {"retry": {"maximum_attempts": 9}, "request_timeout": 9}"#
        #expect(try snapshot(wrong).configuration == JobConfiguration())
    }

    @Test(arguments: ["1": 1, "13": 13, "0": 3, "-2": 3, "\"4\"": 4, "\"x\"": 3])
    func attemptsAreAtLeastOneAndThreeByDefault(json: String, attempts: Int) throws {
        let configuration = try snapshot(#""configuration": {"retry": {"maximumAttempts": \#(json)}}"#).configuration
        #expect(configuration == JobConfiguration(maximumAttempts: attempts))
    }

    @Test(arguments: [("FAILED", JobRunStatus.failed), ("CANCELLED", .cancelled), ("RUNNING", .running)])
    func olderWordsForStatusesAreKnown(raw: String, status: JobRunStatus) throws {
        #expect(try decode(#"{"id": "r", "status": "\#(raw)"}"#) == JobRun(id: "r", status: .known(status)))
    }

    @Test func theDocumentationsAddressStaysAsGiven() throws {
        #expect(try run(#""error": {"message": "m", "doc_url": "javascript:alert(1)"}"#).error?.docURL == "javascript:alert(1)")
    }

    @Test func anErrorThatIsPlainTextIsNotLost() throws {
        #expect(try run(#""error": "broken", "reason": 1"#).error == RunError(message: "broken"))
        #expect(try run(#""error": [], "reason": "tired""#).reason == RunReason(message: "tired"))
    }

    @Test func resultsWithoutAnAddressCountAsNone() throws {
        let run = #""jobRun": {"id": "r", "status": "SUCCESS"}"#
        let bare = JobRunDetail(jobRun: JobRun(id: "r", status: .known(.success)))
        #expect(try decode("{\(run)}") == bare)
        #expect(try decode(#"{\#(run), "results": null}"#) == bare)
        #expect(try decode(#"{\#(run), "results": {"format": "jsonl"}}"#) == bare)
    }
}
