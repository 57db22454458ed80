import CurlTransport
import Intuned
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct AnswerTests {
    @Test func anAnswerComesWithItsStatusItsHeadersAndItsBody() async throws {
        try await withServer(always { $0.answer("hello", status: "404 Not Found", headers: "X-One: 1\r\nx-two:  b c \r\n") }) {
            server, transport in
            let (head, body) = try await transport.body(of: HTTPRequest(url: server.url()), limit: 5)
            let expected = HTTPResponseHead(
                status: 404,
                headers: [
                    HTTPHeader(name: "X-One", value: "1"), HTTPHeader(name: "x-two", value: "b c"),
                    HTTPHeader(name: "Content-Length", value: "5"),
                ])
            #expect(head == expected)
            #expect(body == Array("hello".utf8))
        }
    }

    @Test func aBodyIsHandedOverPieceByPieceWithTheFinalHead() async throws {
        let script = once { connection in
            connection.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\none")
            connection.hold()
        }
        try await withServer(script) { server, transport in
            let pieces = Mutex<[String]>([])
            await #expect(throws: HTTPTransportError.stopped) {
                try await transport.send(HTTPRequest(url: server.url())) { head, piece in
                    pieces.withLock { $0.append("\(head.status) " + String(decoding: piece, as: UTF8.self)) }
                    return false
                }
            }
            #expect(pieces.withLock { $0 } == ["200 one"])
        }
    }

    @Test func aChunkedBodyComesWithoutItsFramingAndItsTrailersAreNoHeaders() async throws {
        let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Late: 1\r\n\r\n"
        try await withServer(always { $0.send(answer) }) { server, transport in
            let (head, body) = try await transport.body(of: HTTPRequest(url: server.url()), limit: 100)
            #expect(head == HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "Transfer-Encoding", value: "chunked")]))
            #expect(body == Array("abcde".utf8))
        }
    }

    @Test func aBodyWithoutLengthEndsWithTheConnection() async throws {
        try await withServer(once { $0.send("HTTP/1.0 200 OK\r\n\r\nall of it") }) { server, transport in
            let text = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(text == "all of it")
        }
    }

    @Test func moreThanContentLengthIsNotTakenForBody() async throws {
        try await withServer(always { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello world") }) { server, transport in
            let text = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(text == "hello")
            let again = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(again == "hello")
        }
    }

    @Test func aRedirectIsAnAnswerAndIsNotFollowed() async throws {
        let target = try ByteServer(always { $0.answer("followed") })
        defer { target.stop() }
        let location = target.url()
        try await withServer(always { $0.answer("moved", status: "302 Found", headers: "Location: \(location)\r\n") }) {
            server, transport in
            let (head, body) = try await transport.body(of: HTTPRequest(url: server.url()), limit: 100)
            #expect(head.status == 302)
            #expect(head.header("location") == location)
            #expect(body == Array("moved".utf8))
            #expect(target.connections == 0)
        }
    }

    @Test func aCompressedBodyIsUnpackedWhenTheRequestAcceptsIt() async throws {
        let script = always { connection in
            connection.send(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(Compressed.helloWorld.count)\r\n\r\n")
            connection.send(Compressed.helloWorld)
        }
        try await withServer(script) { server, transport in
            let packed = HTTPRequest(url: server.url(), acceptsCompression: false)
            let text = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(text == #"{"hello":"world"}"#)
            let (_, bytes) = try await transport.body(of: packed, limit: 100)
            #expect(bytes == Compressed.helloWorld)
            #expect(server.requests.map { $0.contains("Accept-Encoding: deflate, gzip") } == [true, false])
        }
    }

    @Test func anAnswerWithoutBodyCallsNoReceiver() async throws {
        try await withServer(always { $0.send("HTTP/1.1 204 No Content\r\n\r\n") }) { server, transport in
            let head = try await transport.send(HTTPRequest(url: server.url())) { _, _ in false }
            #expect(head == HTTPResponseHead(status: 204))
        }
    }
}
