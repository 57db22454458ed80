import CurlTransport
import Intuned
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TimeoutTests {
    @Test func aServerThatNeverAnswersRunsIntoTheTotalTimeout() async throws {
        try await withServer(once { $0.hold() }) { server, transport in
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.3)) {
                try await transport.text(of: HTTPRequest(url: server.url(), timeout: 0.3))
            }
        }
    }

    @Test func aServerThatNeverAnswersRunsIntoTheStallTimeout() async throws {
        try await withServer(once { $0.hold() }) { server, transport in
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.3)) {
                try await transport.text(of: HTTPRequest(url: server.url(), timeout: nil, stallTimeout: 0.3))
            }
        }
    }

    @Test func aBodyThatStopsComingRunsIntoTheStallTimeout() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
            connection.hold()
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.3)) {
                try await transport.text(of: HTTPRequest(url: server.url(), timeout: 20, stallTimeout: 0.3))
            }
        }
    }

    @Test func aBodyThatComesSlowlyIsNoStall() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
            for digit in 0...9 where !connection.isClosed(within: 0.1) { connection.send("\(digit)") }
        }
        try await withServer(script) { server, transport in
            let request = HTTPRequest(url: server.url(), timeout: nil, stallTimeout: 0.8)
            let text = try await transport.text(of: request)
            #expect(text == "0123456789")
        }
    }

    @Test func aBodyThatComesTooSlowlyRunsIntoTheTotalTimeout() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while !connection.isClosed(within: 0.05) { connection.send("x") }
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.4)) {
                try await transport.text(of: HTTPRequest(url: server.url(), timeout: 0.4, stallTimeout: 0.3))
            }
        }
    }

    @Test func aConnectionThatIsNotTakenRunsIntoTheConnectTimeout() async throws {
        // TLS is part of connecting: a server that accepts and stays silent leaves the handshake hanging.
        try await withServer({ $0.hold() }) { server, transport in
            let request = HTTPRequest(
                url: "https://127.0.0.1:\(server.port)/", timeout: 20, connectTimeout: 0.3, stallTimeout: 10)
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.3, waitingFor: .connection)) {
                try await transport.text(of: request)
            }
        }
    }

    @Test(arguments: [0, -1, .leastNonzeroMagnitude]) func aLimitOfNothingIsNoLicenceToWaitForEver(limit: Double) async throws {
        try await withServer(once { $0.hold() }) { server, transport in
            await #expect(throws: HTTPTransportError.timedOut(seconds: limit)) {
                try await transport.text(of: HTTPRequest(url: server.url(), timeout: limit))
            }
            await #expect(throws: HTTPTransportError.timedOut(seconds: limit)) {
                try await transport.text(of: HTTPRequest(url: server.url(), stallTimeout: limit))
            }
        }
    }
}
