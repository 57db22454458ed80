import CurlTransport
import Glibc
import Intuned
import Testing

/// Tests of leaks, each in its own process, because threads and descriptors belong to the whole process.
@Suite(.timeLimit(.minutes(1)))
struct LeakTests {
    @Test func twoHundredRequestsThatEndInEveryWayLeaveNeitherThreadsNorDescriptorsBehind() async {
        await #expect(processExitsWith: .success) {
            try await withTransport { transport in
                try await LeakTests.visit(with: transport)
                let before = Census()
                try await LeakTests.visit(with: transport)
                #expect(await Census.hasHardlyGrown(since: before))
            }
        }
    }

    @Test func transportsThatAreLetGoTakeTheirThreadsAndDescriptorsAlong() async {
        await #expect(processExitsWith: .success) {
            let server = try ByteServer(always { $0.answer("hello", headers: "Connection: close\r\n") })
            try await LeakTests.use(20, on: server)
            server.stop()
            let before = Census()
            let other = try ByteServer(always { $0.answer("hello", headers: "Connection: close\r\n") })
            try await LeakTests.use(20, on: other)
            other.stop()
            #expect(await Census.hasHardlyGrown(since: before))
        }
    }

    /// Uses `count` transports, each for one request, without shutting them down.
    private static func use(_ count: Int, on server: ByteServer) async throws {
        for _ in 1...count {
            _ = try await CurlTransport().text(of: HTTPRequest(url: server.url()))
        }
    }

    /// Sends 200 requests to a server that is gone afterwards: in turn answered, cut, stopped by the receiver and canceled.
    private static func visit(with transport: CurlTransport) async throws {
        let server = try ByteServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhel")
            if request.contains("/cancel") { connection.hold() }
            if request.contains("/whole") { connection.send("lo") }
        }
        defer { server.stop() }
        for _ in 1...50 {
            let text = try await transport.text(of: HTTPRequest(url: server.url("/whole")))
            #expect(text == "hello")
            await #expect(throws: HTTPTransportError.connectionLost(.closed(.body(received: 3, expected: 5)))) {
                try await transport.text(of: HTTPRequest(url: server.url("/cut")))
            }
            await #expect(throws: HTTPTransportError.tooLarge(limit: 2)) {
                try await transport.text(of: HTTPRequest(url: server.url("/stop")), limit: 2)
            }
            let (pieces, report) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await transport.send(HTTPRequest(url: server.url("/cancel"))) { _, _ in
                    report.yield()
                    return true
                }
            }
            _ = await pieces.first { true }
            task.cancel()
            await #expect(throws: HTTPTransportError.cancelled) { try await task.value }
        }
    }
}
