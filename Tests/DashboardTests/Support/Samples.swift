import Dashboard
import FoundationEssentials
import Intuned

/// Realistic objects at fixed times.
enum Samples {
    static func time(_ secondsAgo: Double) -> Timestamp { Timestamp(Sitting.start.wall.addingTimeInterval(-secondsAgo)) }

    static func run(
        _ number: Int, _ status: JobRunStatus, ago: Double, took: Double? = nil, of payloads: Int? = 100, ok: Int? = nil,
        failed: Int? = nil, error: RunError? = nil, reason: RunReason? = nil, job: String = "nightly-prices",
        snapshot: ConfigurationSnapshot? = nil
    ) -> JobRun {
        let hex = String(number, radix: 16)
        let id = String(repeating: "0", count: 8 - hex.count) + hex + "-1111-4222-8333-444444444444"
        return JobRun(
            id: id, status: .known(status), workspaceID: "w0000000-0000-4000-8000-000000000000",
            projectID: "p0000000-0000-4000-8000-000000000000", jobID: job, startTime: time(ago),
            endTime: took.map { time(ago - $0) }, createdAt: time(ago + 1), updatedAt: time(took.map { ago - $0 } ?? 2),
            type: .known(number.isMultiple(of: 2) ? .scheduled : .manual), payloads: payloads, successfulRuns: ok,
            failedRuns: failed, error: error, reason: reason, snapshot: snapshot)
    }

    static let underWay = run(1, .pending, ago: 751, of: 1000, ok: 640, failed: 12, snapshot: snapshot)
    static let well = run(2, .success, ago: 4000, took: 900, of: 1000, ok: 1000, failed: 0, snapshot: snapshot)
    static let partly = run(3, .success, ago: 90_000, took: 950, of: 1000, ok: 950, failed: 50, snapshot: snapshot)
    static let failed = run(
        4, .failure, ago: 176_000, took: 60, of: 1000, ok: 0, failed: 1000, error: internalError, snapshot: snapshot)
    static let waiting = run(
        5, .paused, ago: 7200, of: 80, ok: 30, failed: 1, reason: brokenLogin, job: "orders-sync", snapshot: snapshot)

    static let internalError = RunError(
        message: "An error occurred while executing the job", code: .known(.internalServerError),
        category: .known(.infrastructure),
        details: .object([
            .init(name: "attempts", value: .number("3")), .init(name: "node", value: .string("worker-7")),
            .init(name: "trail", value: .array([.string("queued"), .string("started"), .null])),
        ]), correlationID: "123e4567-e89b-12d3-a456-426614174000", isRetirable: false,
        docURL: "https://intunedhq.com/docs/main/05-references/error-codes")
    static let brokenLogin = RunReason(
        type: .known(.authSessionInvalidMidJob), message: "The AuthSession shop-login is no longer valid",
        details: nil, docURL: "https://intunedhq.com/docs/main/05-references/reason-codes")

    static let results = RunResults(
        signedURL: .url("https://store.example.com/results/abc?X-Signature=verysecret"), format: "jsonl",
        expiration: time(-300), size: 1_234_567, key: "results/abc")

    static let snapshot: ConfigurationSnapshot = {
        let text = """
            {"configuration":{"retry":{"maximumAttempts":3},"maxConcurrentRequests":13,"requestTimeout":600},
             "sink":{"type":"webhook","url":"https://hooks.example.com/in?token=topsecret","headers":{"Authorization":"Bearer topsecret"},
             "skipOnFail":false,"apisToSend":["prices","stock"]},
             "auth_session":{"id":"shop-login"},"proxy":{"version":"v1","url":"http://user:topsecret@proxy.example.com:8080"}}
            """
        return (try? JSONDecoder().decode(ConfigurationSnapshot.self, from: Data(text.utf8))) ?? ConfigurationSnapshot()
    }()

    static func job(_ id: String, _ state: JobState = .active, reason: JobReason? = nil, next: Double? = nil) -> JobListItem {
        JobListItem(
            id: id, state: .known(state), reason: reason, nextRunTime: next.map { time(-$0) }, createdAt: time(1_000_000),
            payload: [PayloadItem(apiName: "prices")], projectID: "p0000000-0000-4000-8000-000000000000")
    }

    static let jobs = [
        job("nightly-prices", next: 7300), job("orders-sync"),
        job("stock-levels", .paused, reason: JobReason(type: .known(.paused), message: "Paused by ana")),
        job("weekly-report", next: 400_000),
    ]
}
