import CurlTransport
import Intuned
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CutTests {
    @Test func anAnswerCutAtAnyByteIsALostConnectionThatSaysWhere() async throws {
        let statusLine = "HTTP/1.1 200 OK\r\n"
        let head = statusLine + "Content-Length: 10\r\n\r\n"
        let answer = Array((head + "0123456789").utf8)
        let script: ByteServer.Script = { connection in
            guard let request = connection.readRequest(), let length = Int(request.split(separator: " ")[1].dropFirst()) else {
                return
            }
            connection.send(Array(answer.prefix(length)))
        }
        try await withServer(script) { server, transport in
            for length in 0..<answer.count {
                let place: ConnectionLoss.Stage =
                    length < statusLine.utf8.count
                    ? .answer
                    : length < head.utf8.count ? .headers : .body(received: length - head.utf8.count, expected: 10)
                // Newer versions of libcurl take the last line's return for the end of the headers, and so for an empty body.
                let isAtTheEnd = length == head.utf8.count - 1
                let places = [place] + (isAtTheEnd ? [.body(received: 0, expected: nil)] : [])
                let error = await #expect(throws: HTTPTransportError.self, "cut at \(length)") {
                    try await transport.text(of: HTTPRequest(url: server.url("/\(length)")))
                }
                #expect(places.map { .connectionLost(.closed($0)) }.contains(error), "cut at \(length)")
            }
            let text = try await transport.text(of: HTTPRequest(url: server.url("/\(answer.count)")))
            #expect(text == "0123456789")
        }
    }

    @Test func aChunkedAnswerCutBeforeItsLastChunkIsALostConnection() async throws {
        try await withServer(once { $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5\r\nde") }) {
            server, transport in
            await #expect(throws: HTTPTransportError.connectionLost(.closed(.body(received: 5, expected: nil)))) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test func aResetIsToldFromAClose() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
            // Time for the client to read: at a reset its system drops unread bytes.
            _ = connection.isClosed(within: 0.2)
            connection.reset()
        }
        try await withServer(script) { server, transport in
            await #expect(throws: HTTPTransportError.connectionLost(.reset(.body(received: 3, expected: 10)))) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test func brokenChunksAreNamed() async throws {
        try await withServer(once { $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n") }) {
            server, transport in
            await #expect(throws: HTTPTransportError.connectionLost(.brokenChunks)) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test func brokenCompressionIsNamed() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n"
        try await withServer(once { $0.send(head + "this is not gzip.....") }) { server, transport in
            await #expect(throws: HTTPTransportError.connectionLost(.brokenCompression)) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "220 mail ESMTP\r\n", "\r\n\r\n", "HTTP/7.3 200 OK\r\n\r\n", "<html>hello</html>",
    ])
    func whatIsNotHTTPIsNamedSo(answer: String) async throws {
        try await withServer(once { $0.send(answer) }) { server, transport in
            await #expect(throws: HTTPTransportError.notHTTP) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }
}
