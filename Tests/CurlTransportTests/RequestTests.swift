import CurlTransport
import Intuned
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RequestTests {
    @Test func aGetCarriesItsPathAsGivenAndItsHeadersAndNothingElse() async throws {
        try await withServer(always { $0.answer("") }, options: .init(userAgent: "jobtop/1")) { server, transport in
            let request = HTTPRequest(
                url: server.url("/a/../b%2Fc/./d?x=%20y"),
                headers: [
                    HTTPHeader(name: "Accept", value: "application/json"), HTTPHeader(name: "x-api-key", value: "ключ"),
                    HTTPHeader(name: "Range", value: "bytes=5-"), HTTPHeader(name: "X-Empty", value: ""),
                ],
                acceptsCompression: false)
            _ = try await transport.text(of: request)
            let expected = """
                GET /a/../b%2Fc/./d?x=%20y HTTP/1.1\r
                Host: 127.0.0.1:\(server.port)\r
                User-Agent: jobtop/1\r
                Accept: application/json\r
                x-api-key: ключ\r
                Range: bytes=5-\r
                X-Empty:\r
                \r

                """
            #expect(server.requests == [expected])
        }
    }

    @Test func aPostWithoutBodySaysSoAndNamesNoContentType() async throws {
        try await withServer(always { $0.answer("{}") }) { server, transport in
            let request = HTTPRequest(method: "POST", url: server.url("/trigger"), acceptsCompression: false)
            let text = try await transport.text(of: request)
            #expect(text == "{}")
            let expected = """
                POST /trigger HTTP/1.1\r
                Host: 127.0.0.1:\(server.port)\r
                User-Agent: jobtop\r
                Accept: */*\r
                Content-Length: 0\r
                \r

                """
            #expect(server.requests == [expected])
        }
    }

    @Test func aRequestMayNameAnyMethodAndItsOwnUserAgent() async throws {
        try await withServer(always { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }) { server, transport in
            for method in ["HEAD", "DELETE"] {
                let agent = HTTPHeader(name: "User-Agent", value: method.lowercased())
                let request = HTTPRequest(method: method, url: server.url(), headers: [agent])
                _ = try await transport.text(of: request)
            }
            let lines = server.requests.map { $0.split(separator: "\r\n") }
            #expect(lines.map(\.first) == ["HEAD / HTTP/1.1", "DELETE / HTTP/1.1"])
            #expect(lines.map { $0.filter { $0.hasPrefix("User-Agent") } } == [["User-Agent: head"], ["User-Agent: delete"]])
        }
    }

    @Test(arguments: ["line\r\nX-Other: 1", "line\n", "nul\0", "escape\u{1B}"])
    func aControlCharacterInAHeaderIsRefusedWithoutQuotingTheValue(value: String) async throws {
        try await withServer(always { $0.answer("") }) { server, transport in
            let request = HTTPRequest(url: server.url(), headers: [HTTPHeader(name: "x-api-key", value: value)])
            await #expect(throws: HTTPTransportError.other(.invalidHeaderValue(of: "x-api-key"))) {
                try await transport.text(of: request)
            }
            #expect(server.connections == 0)
        }
    }

    @Test func aHeaderNameOrMethodThatIsNoTokenIsRefused() async throws {
        try await withServer(always { $0.answer("") }) { server, transport in
            let header = HTTPRequest(url: server.url(), headers: [HTTPHeader(name: "a: b", value: "c")])
            await #expect(throws: HTTPTransportError.other(.invalidHeaderName("a: b"))) {
                try await transport.text(of: header)
            }
            await #expect(throws: HTTPTransportError.other(.invalidMethod("GET /"))) {
                try await transport.text(of: HTTPRequest(method: "GET /", url: server.url()))
            }
            #expect(server.connections == 0)
        }
    }

    @Test func aSignedAddressGoesUnencryptedToThisMachineAlone() async throws {
        try await withServer(always { $0.answer("hello") }) { server, transport in
            let text = try await transport.text(of: HTTPRequest(url: server.url(), isSigned: true))
            #expect(text == "hello")
            await #expect(throws: HTTPTransportError.unencrypted("x.invalid")) {
                try await transport.text(of: HTTPRequest(url: "http://user:word@x.invalid/?secret=1", isSigned: true))
            }
        }
        try await withTransport(options: .init(allowsUnencrypted: true)) { transport in
            await #expect(throws: HTTPTransportError.unresolvedHost("x.invalid")) {
                try await transport.text(of: HTTPRequest(url: "http://x.invalid/?secret=1", isSigned: true))
            }
        }
    }

    @Test(arguments: [
        "", "127.0.0.1/path", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http://[::1", "http://a b/", "http://a/\n",
        "http://a/\0b", "http://host:99999/", "/path",
    ])
    func whatIsNoHTTPAddressIsAnInvalidURL(url: String) async throws {
        try await withTransport { transport in
            await #expect(throws: HTTPTransportError.invalidURL) {
                try await transport.text(of: HTTPRequest(url: url))
            }
        }
    }
}
