import CurlTransport
import Intuned
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BoundTests {
    @Test func anEndlessBodyIsStoppedAtTheLimit() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\n\r\n")
            let piece = [UInt8](repeating: 0x61, count: 10_000)
            while connection.send(piece) {}
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.tooLarge(limit: 100_000)) {
                try await transport.text(of: HTTPRequest(url: server.url()), limit: 100_000)
            }
        }
    }

    @Test func aBodyThatUnpacksToTooMuchIsStoppedAtTheLimit() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: \(Compressed.bomb.count)\r\n\r\n")
            connection.send(Compressed.bomb)
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.tooLarge(limit: 1_000_000)) {
                try await transport.text(of: HTTPRequest(url: server.url()), limit: 1_000_000)
            }
        }
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\n", "X-More: and more of it\r\n"), ("HTTP/1.1 200 OK\r\nX-One: 1\r\n", " folded\r\n"),
        ("", "HTTP/1.1 100 Continue\r\n\r\n"),
    ])
    func headersWithoutEndAreStopped(start: String, line: String) async throws {
        let script = once { connection in
            connection.send(start)
            let lines = Array(String(repeating: line, count: 500).utf8)
            while connection.send(lines) {}
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.other(.headersTooLarge)) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test func trailersWithoutEndAreStopped() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
            let lines = Array(String(repeating: "X-More: and more of it\r\n", count: 500).utf8)
            while connection.send(lines) {}
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.other(.headersTooLarge)) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test func aHeaderLineWithoutEndIsStopped() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nX-One: ")
            let piece = [UInt8](repeating: 0x61, count: 10_000)
            while connection.send(piece) {}
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.other(.headersTooLarge)) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }
}
