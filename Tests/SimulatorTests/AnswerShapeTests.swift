import Testing

@testable import Simulator

/// The exact keys of every object, from API.md, section 3.
struct AnswerShapeTests {
    private let platform = Scene(World.demo.plans, speed: 10).platform

    @Test func aRowOfTheJobListHasItsKeys() throws {
        for job in platform.jobs {
            let row = try Value(job.listItem(Scene.identity).bytes)
            #expect(
                row.keys == [
                    "id", "workspace_id", "project_id", "configuration", "payload", "sink", "schedule", "next_run_time",
                    "last_run_time",
                    "created_at", "auth_session", "notifications", "proxy", "reason", "state", "schedule_id", "source",
                ])
            #expect(row["state"] == .string(job.pause == nil ? "ACTIVE" : "PAUSED"))
        }
    }

    @Test func aJobInDetailHasItsOwnKeysAndAProxyInText() throws {
        for job in platform.jobs {
            let detail = try Value(job.detail(Scene.identity).bytes)
            #expect(
                detail.keys == [
                    "id", "projectId", "configuration", "payload", "sink", "schedule", "created_at", "next_run_time",
                    "last_run_time",
                    "state", "auth_session", "proxy",
                ])
            #expect(detail["proxy"]?.text == job.plan.proxyURL)
        }
    }

    @Test func theReasonOfAPausedJobHasItsKeys() throws {
        let job = try #require(platform.jobs.first { $0.pause != nil })
        let reason = try Value(job.listItem(Scene.identity).bytes)["reason"]
        #expect(reason?.keys == ["type", "message", "details", "timestamp"])
        #expect(reason?["type"] == "paused")
    }

    @Test func theConfigurationAndThePayloadHaveTheirKeys() throws {
        let rows = try platform.jobs.map { try Value($0.listItem(Scene.identity).bytes) }
        let configurations = rows.compactMap { $0["configuration"]?.keys }
        #expect(
            configurations.reduce(into: Set()) { $0.formUnion($1) } == [
                "retry", "maxConcurrentRequests", "requestTimeout", "maxRuns", "proxy",
            ])
        #expect(rows[0]["configuration"]?["retry"]?.keys == ["maximumAttempts"])
        let items = rows.flatMap { $0["payload"]?.elements ?? [] }
        #expect(
            Set(items.map(\.keys)) == [
                ["apiName", "parameters", "requestTimeout"], ["apiName", "parameters", "requestTimeout", "retry"],
            ])
    }

    @Test func aRunHasItsKeysInEveryStatus() throws {
        for (job, run) in platform.allRuns {
            let row = try Value(run.json(of: job, Scene.identity).bytes)
            #expect(
                row.keys == [
                    "id", "start_time", "end_time", "workspace_id", "project_id", "job_id", "created_at", "updated_at", "type",
                    "status",
                    "payloads", "successful_runs", "failed_runs", "error", "reason", "job_configuration_snapshot",
                ])
            #expect(
                row["job_configuration_snapshot"]?.keys == ["configuration", "sink", "auth_session", "proxy", "notifications"])
        }
    }

    @Test func errorsAndReasonsOfRunsHaveTheirKeys() throws {
        let rows = try platform.allRuns.map { try Value($0.run.json(of: $0.job, Scene.identity).bytes) }
        let errors = Set(rows.compactMap { $0["error"]?.keys }.filter { !$0.isEmpty })
        #expect(errors == [["message", "code", "category", "details", "correlationId", "retirable", "doc_url"]])
        let reasons = Set(rows.compactMap { $0["reason"]?.keys }.filter { !$0.isEmpty })
        #expect(reasons == [["type", "message", "details", "doc_url"]])
    }

    @Test func sinksLoginsProxiesAndNotificationsHaveTheirKeys() throws {
        let snapshots = try platform.allRuns.map { try Value($0.job.snapshot(of: $0.run).bytes) }
        let sinks = Set(snapshots.compactMap { $0["sink"]?.keys }.filter { !$0.isEmpty })
        #expect(
            sinks == [
                ["type", "url", "headers", "skipOnFail", "apisToSend"],
                [
                    "type", "bucket", "accessKeyId", "secretAccessKey", "region", "prefix", "skipOnFail", "apisToSend",
                    "endpoint",
                    "forcePathStyle",
                ],
            ])
        let logins = Set(snapshots.compactMap { $0["auth_session"]?.keys }.filter { !$0.isEmpty })
        #expect(logins == [["id", "checkAttempts", "createAttempts", "saveTrace"]])
        let proxies = Set(snapshots.compactMap { $0["proxy"]?.keys }.filter { !$0.isEmpty })
        #expect(proxies == [["version", "url"]])
        let notifications = Set(snapshots.flatMap { $0["notifications"]?.elements ?? [] }.map(\.keys))
        #expect(notifications == [["type", "url", "headers"]])
    }

    @Test func schedulesHaveTheirKeys() throws {
        let schedules = try platform.jobs.compactMap { try Value($0.listItem(Scene.identity).bytes)["schedule"] }.filter {
            $0 != .null
        }
        #expect(Set(schedules.map(\.keys)) == [["jitter", "intervals", "calendars"]])
        #expect(Set(schedules.flatMap { $0["intervals"]?.elements ?? [] }.map(\.keys)) == [["every"]])
        #expect(
            Set(schedules.flatMap { $0["calendars"]?.elements ?? [] }.map(\.keys)) == [
                ["second", "minute", "hour", "dayOfWeek", "dayOfMonth", "month", "comment"]
            ])
    }

    @Test func aSingleRunHasTheKeysOfItsStatus() throws {
        let (job, run) = try #require(platform.allRuns.first { $0.run.failed > 0 && $0.run.status == .pending })
        var keys: [String: Set<String>] = [:]
        for index in 0..<run.payloads {
            let answer = try Value(ItemRecord(job: job, run: run, index: index).answer.bytes)
            keys[answer["status"]?.text ?? ""] = answer.keys
        }
        #expect(
            keys == [
                "completed": ["runId", "status", "result", "extendedPayloads"],
                "failed": ["runId", "status", "error", "message"],
                "started": ["runId", "status"], "pending": ["runId", "status"],
            ])
    }

    /// Status, code and category as the contract declares them (API.md, section 4); 429 has no declared code.
    private static var refusals: [(refusal: Refusal, status: Int, code: Value, category: Value)] {
        [
            (.badRequest("x"), 400, "bad-request", "user"), (.unauthorized, 401, "unauthorized", "user"),
            (.forbidden("x"), 403, "forbidden", "user"), (.notFound("x"), 404, "not-found", "user"),
            (.methodNotAllowed("PUT"), 405, "method-not-allowed", "user"), (.rateLimited, 429, "rate-limited", "user"),
            (.internalError, 500, "internal-server-error", "infrastructure"),
            (.unavailable(status: 503), 503, "internal-server-error", "infrastructure"),
            (.unavailable(status: 504), 504, "internal-server-error", "infrastructure"),
        ]
    }

    @Test(arguments: refusals.indices) func errorAnswerFollowsTheContract(index: Int) throws {
        let (refusal, status, code, category) = Self.refusals[index]
        let answer = try Value(refusal.json(Dice(1)).bytes)
        #expect(refusal.status == status)
        #expect(answer.keys == ["code", "category", "message", "retirable", "details", "correlationId"])
        #expect(answer["code"] == code)
        #expect(answer["category"] == category)
        #expect(answer["retirable"] == .bool(status == 429 || status >= 500))
        #expect(answer["message"]?.text?.isEmpty == false)
        #expect(answer["correlationId"]?.text?.isEmpty == false)
    }
}

extension Value: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .string(value) }
}
