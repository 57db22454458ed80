import MetricsServer
import Synchronization
import Testing

/// The server that Prometheus scrapes, over a socket.
struct ScrapeServerTests {
    private func serve(
        _ limits: ScrapeLimits = ScrapeLimits(),
        answer: @escaping @Sendable (ScrapeRequest) -> ScrapeAnswer = { _ in .init(body: "up\n") },
        _ test: (Int) throws -> Void
    ) async throws {
        let server = try await ScrapeServer.start(address: "127.0.0.1", port: 0, limits: limits, answer: answer)
        let outcome = Result { try test(server.port) }
        await server.stop()
        try outcome.get()
    }

    @Test func answerIsCompleteAndEndsTheConnection() async throws {
        try await serve { port in
            let answer = try Client.exchange(port, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("\r\nContent-Length: 3\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.hasSuffix("\r\n\r\nup\n"))
        }
    }

    @Test func headHasNoBody() async throws {
        try await serve { port in
            let answer = try Client.exchange(port, "HEAD /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.contains("\r\nContent-Length: 3\r\n") && answer.hasSuffix("\r\n\r\n"))
        }
    }

    @Test func requestIsHandedOver() async throws {
        let requests = Mutex<[ScrapeRequest]>([])
        let note: @Sendable (ScrapeRequest) -> ScrapeAnswer = { request in
            requests.withLock { $0.append(request) }
            return ScrapeAnswer(status: 404, body: "")
        }
        try await serve(answer: note) { port in
            let answer = try Client.exchange(port, "PUT /a?b=c HTTP/1.1\r\nHost: h\r\nAccept: x\r\nAccept: y\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 404 Not Found\r\n"))
        }
        #expect(requests.withLock { $0 } == [ScrapeRequest(method: "PUT", path: "/a", accept: "x,y", host: "h")])
    }

    @Test func tooLongRequestIsRefused() async throws {
        var limits = ScrapeLimits()
        limits.requestBytes = 200
        try await serve(limits) { port in
            let answer = try Client.exchange(port, "GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 300))\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 431 "))
        }
    }

    @Test func whatIsNotHTTPIsRefused() async throws {
        try await serve { port in
            let answer = try Client.exchange(port, "\u{16}\u{3}\u{1}hello\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test func clientThatSendsNothingLosesItsConnection() async throws {
        var limits = ScrapeLimits()
        limits.seconds = 0.1
        try await serve(limits) { port in
            let answers = [try Client.exchange(port, ""), try Client.exchange(port, "GET /metrics HTTP/1.1\r\nHost:")]
            #expect(answers == ["", ""])
        }
    }

    @Test func connectionsBeyondTheLimitAreClosed() async throws {
        var limits = ScrapeLimits()
        limits.connections = 1
        try await serve(limits) { port in
            let first = try Client(port: port)
            let refused = try Client.exchange(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(refused == "")
            first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(first.answer().hasSuffix("up\n"))
        }
    }

    @Test func portThatIsInUseIsNamed() async throws {
        let server = try await ScrapeServer.start(address: "127.0.0.1", port: 0) { _ in .init(body: "") }
        await #expect(throws: ScrapeServerError.portNotAvailable(server.port)) {
            _ = try await ScrapeServer.start(address: "127.0.0.1", port: server.port) { _ in .init(body: "") }
        }
        await server.stop()
        await #expect(throws: ScrapeServerError.addressNotAvailable("192.0.2.1")) {
            _ = try await ScrapeServer.start(address: "192.0.2.1", port: 0) { _ in .init(body: "") }
        }
    }
}
