import Intuned
import Synchronization
import Testing

@testable import jobtop

/// Patience: what is retried, how long, and what is never sent twice.
struct PatientClientTests {
    private let clock = JumpingClock()

    private func client(_ answers: [AnsweringTransport.Answer], patience: Double) -> (PatientClient, AnsweringTransport) {
        let transport = AnsweringTransport(answers, clock)
        let single = IntunedClient(
            baseURL: "https://example.com/api", workspaceID: "w", project: "p", apiKey: Secret("k"), transport: transport)
        return (PatientClient(single, host: "example.com", patience: patience, clock: clock.clock), transport)
    }

    private func failure(_ client: PatientClient) async -> CommandFailure? {
        do throws(CommandFailure) {
            _ = try await client.ask(Endpoints.jobs())
            return nil
        } catch {
            return error
        }
    }

    @Test func failureThatPassesIsRetried() async throws {
        let (client, transport) = client(
            [.init(status: 500), .init(error: .timedOut(seconds: 15)), .init()], patience: 30)
        let known = try await client.ask(Endpoints.jobs())
        #expect(known.value.jobs == [])
        #expect(transport.requests.count == 3)
        #expect(clock.waits.count == 2)
    }

    @Test func retryAfterIsRespected() async throws {
        let wait = HTTPHeader(name: "Retry-After", value: "12")
        let (client, _) = client([.init(status: 429, headers: [wait]), .init()], patience: 30)
        _ = try await client.ask(Endpoints.jobs())
        #expect(clock.waits.allSatisfy { $0 >= 12 } && clock.waits.count == 1)
    }

    @Test func longerWaitThanPatienceIsNotAwaited() async {
        let wait = HTTPHeader(name: "Retry-After", value: "60")
        let (client, transport) = client([.init(status: 429, headers: [wait])], patience: 30)
        #expect(await failure(client) == .platform(.rateLimited(retryAfter: 60, nil), host: "example.com", tried: 0))
        #expect(transport.requests.count == 1)
    }

    @Test func patienceEnds() async {
        let (client, transport) = client([.init(status: 503)], patience: 10)
        guard case .platform(.server(503, nil), _, let tried) = await failure(client) else {
            Issue.record("another failure")
            return
        }
        #expect(tried == 10)
        #expect(transport.requests.count > 3)
    }

    @Test func hangIsNotAwaitedLongerThanPatience() async {
        let (client, transport) = client(
            [.init(error: .timedOut(seconds: 4), seconds: 4)], patience: 4)
        _ = await failure(client)
        #expect(transport.requests.map(\.timeout) == [4])
    }

    @Test(arguments: [401, 403, 404, 400, 302]) func refusalIsNotRetried(status: Int) async {
        let (client, transport) = client([.init(status: status)], patience: 30)
        #expect(await failure(client) != nil)
        #expect(transport.requests.count == 1)
    }

    @Test func noPatienceMeansNoRetry() async {
        let (client, transport) = client([.init(status: 500)], patience: 0)
        #expect(await failure(client) == .platform(.server(status: 500, nil), host: "example.com", tried: 0))
        #expect(transport.requests.map(\.timeout) == [15])
    }

    @Test func postIsSentOnce() async {
        let (client, transport) = client([.init(error: .timedOut(seconds: 15))], patience: 30)
        await #expect(throws: IntunedError.notReachable(.timedOut(seconds: 15))) {
            try await client.send(Endpoints.trigger(job: "j"))
        }
        await #expect(throws: CommandFailure.self) { try await client.ask(Endpoints.trigger(job: "j")) }
        #expect(transport.requests.map(\.method) == ["POST", "POST"])
    }

    @Test func longWaitForTheBudgetIsTold() async throws {
        let told = Mutex<[Double]>([])
        let transport = AnsweringTransport([.init(body: #"{"jobRuns": []}"#)], clock)
        let single = IntunedClient(workspaceID: "w", project: "p", apiKey: Secret("k"), transport: transport)
        let client = PatientClient(single, host: "h", patience: 0, clock: clock.clock) { error, wait in
            #expect(error == nil)
            told.withLock { $0.append(wait) }
        }
        for _ in 0..<21 { _ = try await client.ask(Endpoints.jobRuns(job: "j")) }
        #expect(told.withLock { $0 } == [60])
    }

    @Test func moreRequestsThanTheBudgetWait() async throws {
        let (client, transport) = client([.init(body: #"{"jobRuns": []}"#)], patience: 30)
        for _ in 0..<25 { _ = try await client.ask(Endpoints.jobRuns(job: "j")) }
        #expect(transport.requests.count == 25)
        #expect(clock.waits.reduce(0, +) >= 60)
    }
}
