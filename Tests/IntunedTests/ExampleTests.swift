import Intuned
import Testing

/// The documented example of "get job run".
struct ExampleTests {
    private static let time = Timestamp("2024-01-01T00:00:00Z")

    private static let tree = JSONValue.object([
        .init(name: "auth_session", value: .object([.init(name: "id", value: .string("auth-session-123"))])),
        .init(
            name: "configuration",
            value: .object([
                .init(name: "maxConcurrentRequests", value: .number("13")),
                .init(name: "requestTimeout", value: .number("600")),
                .init(name: "retry", value: .object([.init(name: "maximumAttempts", value: .number("3"))])),
            ])),
        .init(
            name: "proxy",
            value: .object([
                .init(name: "url", value: .secret(.url("<string>"))), .init(name: "version", value: .string("v1")),
            ])),
        .init(
            name: "sink",
            value: .object([
                .init(name: "apisToSend", value: .array([.string("api1"), .string("api2")])),
                .init(
                    name: "headers",
                    value: .object([
                        .init(name: "Authorization", value: .secret(Secret("Bearer token"))),
                        .init(name: "Content-Type", value: .secret(Secret("application/json"))),
                    ])),
                .init(name: "skipOnFail", value: .bool(false)),
                .init(name: "type", value: .string("webhook")),
                .init(name: "url", value: .secret(.url("https://example.com/webhook"))),
            ])),
    ])

    private static let snapshot = ConfigurationSnapshot(
        configuration: JobConfiguration(maximumAttempts: 3, maxConcurrentRequests: 13, requestTimeout: 600),
        sink: .webhook(
            WebhookSink(
                url: .url("https://example.com/webhook"),
                headers: [
                    Header(name: "Authorization", value: Secret("Bearer token")),
                    Header(name: "Content-Type", value: Secret("application/json")),
                ],
                skipOnFail: false, apisToSend: ["api1", "api2"])),
        authSession: AuthSession(id: "auth-session-123", checkAttempts: 3, createAttempts: 3),
        proxy: Proxy(version: "v1", url: .url("<string>")), tree: tree)

    private static let expected = JobRunDetail(
        jobRun: JobRun(
            id: "123e4567-e89b-12d3-a456-426614174000", status: .known(.success),
            workspaceID: "123e4567-e89b-12d3-a456-426614174000", projectID: "123e4567-e89b-12d3-a456-426614174000",
            jobID: "job-123e4567-e89b-12d3", startTime: time, endTime: Timestamp("2024-01-01T00:30:00Z"), createdAt: time,
            updatedAt: time, type: .known(.scheduled), payloads: 100, successfulRuns: 95, failedRuns: 5,
            error: RunError(
                message: "An error occurred while executing the job", code: .known(.internalServerError),
                category: .known(.billing), details: .string("<unknown>"),
                correlationID: "123e4567-e89b-12d3-a456-426614174000", isRetirable: false,
                docURL: "https://docs.intunedhq.com/docs/support/errors"),
            reason: RunReason(
                type: .known(.terminated), message: "<string>", details: .string("<unknown>"),
                docURL: "https://docs.intunedhq.com/docs/support/reasons#no-valid-output-received"),
            snapshot: snapshot),
        results: RunResults(
            signedURL: .url("<string>"), format: "<string>", expiration: Timestamp("<string>"), size: 123, key: "<string>"))

    @Test func theDocumentedExampleIsReadWhole() async throws {
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "content-type", value: "application/json")])
        let client = IntunedClient(ScriptedTransport(head, pieces: [try fixture("get-job-run.example.json")]))
        #expect(try await client.call(Endpoints.jobRun(job: "job-123e4567-e89b-12d3", run: "123")).value == Self.expected)
    }

    @Test func itsStatusIsAnEndAlthoughItemsFailed() {
        #expect(!Self.expected.jobRun.isActive)
        #expect(Self.expected.jobRun.left == 0)
    }
}
