import FoundationEssentials
import Intuned
import Testing

struct ClientTests {
    @Test func aCallCarriesTheKeyAndGoesToTheProject() async throws {
        let transport = ScriptedTransport(status: 200, body: "[]")
        _ = try await IntunedClient(transport).call(Endpoints.jobs())
        #expect(
            transport.requests == [
                HTTPRequest(
                    method: "GET", url: "https://api.example.com/workspace/w1/projects/my%20project/jobs",
                    headers: [
                        HTTPHeader(name: "x-api-key", value: "key-1"), HTTPHeader(name: "Accept", value: "application/json"),
                        HTTPHeader(name: "Cache-Control", value: "no-cache"),
                        HTTPHeader(name: "User-Agent", value: "jobtop"),
                    ], timeout: 15)
            ])
    }

    @Test func workspaceAndProjectArePartsOfThePathToo() async throws {
        let transport = ScriptedTransport(status: 200, body: "{}")
        let client = IntunedClient(
            baseURL: "http://127.0.0.1:80/x/", workspaceID: "a/b", project: "..", apiKey: Secret("k"), transport: transport,
            timeout: 3)
        _ = try await client.call(Endpoints.pause(job: "../j"))
        #expect(transport.requests.map(\.url) == ["http://127.0.0.1:80/x/a%2Fb/projects/%2E%2E/jobs/..%2Fj/pause"])
        #expect(transport.requests.map(\.method) == ["POST"])
        #expect(transport.requests.map(\.timeout) == [3])
    }

    @Test func thePlatformIsAskedUnlessToldOtherwise() async throws {
        let transport = ScriptedTransport(status: 200, body: "[]")
        let client = IntunedClient(workspaceID: "w", project: "p", apiKey: Secret("k"), transport: transport)
        _ = try await client.call(Endpoints.jobs())
        #expect(transport.requests.map(\.url) == ["https://app.intuned.io/api/v1/workspace/w/projects/p/jobs"])
    }

    @Test func aCallIsMadeOnceEvenWhenItFails() async {
        let transport = ScriptedTransport(status: 503)
        #expect(await error(of: Endpoints.trigger(job: "j"), through: transport) == .server(status: 503, nil))
        #expect(transport.requests.count == 1)
    }

    @Test func theServersTimeComesFromTheDateHeader() async throws {
        let date = "Mon, 01 Jan 2024 00:00:10 GMT"
        let client = IntunedClient(ScriptedTransport(status: 200, headers: ["Date": date], body: "[]"))
        #expect(
            try await client.call(Endpoints.jobs())
                == Answered(value: JobList(), serverTime: Date(timeIntervalSince1970: 1_704_067_210)))
        let odd = IntunedClient(ScriptedTransport(status: 200, headers: ["date": "noon"], body: "[]"))
        #expect(try await odd.call(Endpoints.jobs()) == Answered(value: JobList(), serverTime: nil))
    }

    @Test(arguments: [200, 201, 202]) func anySuccessWithTheAnswerIsOne(status: Int) async throws {
        let body = #"{"jobRunId": "r", "message": "Started"}"#
        let client = IntunedClient(ScriptedTransport(status: status, body: body))
        #expect(try await client.call(Endpoints.trigger(job: "j")).value == TriggeredRun(jobRunID: "r", message: "Started"))
    }

    @Test func aConfirmationNeedsNoCertainWords() async throws {
        let paused = IntunedClient(ScriptedTransport(status: 200, body: #"{"message": "Paused"}"#))
        #expect(try await paused.call(Endpoints.pause(job: "j")).value == Confirmation(message: "Paused"))
        let silent = IntunedClient(ScriptedTransport(status: 200, body: "{}"))
        #expect(try await silent.call(Endpoints.resume(job: "j")).value == Confirmation())
    }

    @Test func aBodyInManyPiecesIsOneAnswer() async throws {
        let pieces = Array(#"[{"id": "größe", "state": "ACTIVE"}]"#.utf8).map { [$0] }
        let client = IntunedClient(ScriptedTransport(HTTPResponseHead(status: 200), pieces: pieces))
        #expect(
            try await client.call(Endpoints.jobs()).value == JobList(jobs: [JobListItem(id: "größe", state: .known(.active))]))
    }

    @Test(arguments: [
        HTTPTransportError.unresolvedHost("h"), .refused("h:1"), .unreachable("h"), .tls(host: "h", .expired),
        .timedOut(seconds: 15), .connectionLost(.reset(.answer)), .invalidURL, .other(.library("x")),
    ])
    func whatKeepsAnAnswerFromComingIsHandedOn(failure: HTTPTransportError) async {
        #expect(await error(of: Endpoints.jobs(), through: ScriptedTransport(failing: failure)) == .notReachable(failure))
    }

    @Test func aCancelledTransferIsACancelledCall() async {
        #expect(await error(of: Endpoints.jobs(), through: ScriptedTransport(failing: .cancelled)) == .cancelled)
    }

    @Test func anEndlessBodyIsCutOff() async {
        let piece = [UInt8](repeating: UInt8(ascii: " "), count: IntunedClient.bodyLimit / 2 + 1)
        let transport = ScriptedTransport(HTTPResponseHead(status: 200), pieces: [piece, piece])
        #expect(await error(of: Endpoints.jobs(), through: transport) == .notUnderstood(.tooLarge(limit: 33_554_432)))
    }

    @Test func aBodyOfExactlyTheLimitIsTaken() async throws {
        let transport = ScriptedTransport(HTTPResponseHead(status: 200), pieces: [[1, 2], [3]])
        #expect(try await transport.body(of: HTTPRequest(url: "http://h"), limit: 3).1 == [1, 2, 3])
        await #expect(throws: HTTPTransportError.tooLarge(limit: 2)) {
            _ = try await transport.body(of: HTTPRequest(url: "http://h"), limit: 2)
        }
    }
}
