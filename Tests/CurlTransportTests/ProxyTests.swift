import CurlTransport
import Glibc
import Intuned
import Testing

/// Tests of proxies, each in its own process, because the environment belongs to the whole process.
@Suite(.timeLimit(.minutes(1)))
struct ProxyTests {
    @Test func requestsGoThroughTheProxyThatTheEnvironmentNames() async {
        await #expect(processExitsWith: .success) {
            try await withServer(always { $0.answer("by proxy") }) { server, transport in
                setenv("http_proxy", server.url(), 1)
                let text = try await transport.text(of: HTTPRequest(url: "http://nowhere.invalid/path"))
                #expect(text == "by proxy")
                #expect(server.requests.map { $0.prefix { $0 != "\r\n" } } == ["GET http://nowhere.invalid/path HTTP/1.1"])
            }
        }
    }

    @Test func hostsThatTheEnvironmentExceptsAreReachedDirectly() async {
        await #expect(processExitsWith: .success) {
            try await withServer(always { $0.answer("by proxy") }) { server, transport in
                setenv("http_proxy", server.url(), 1)
                setenv("NO_PROXY", "nowhere.invalid", 1)
                await #expect(throws: HTTPTransportError.unresolvedHost("nowhere.invalid")) {
                    try await transport.text(of: HTTPRequest(url: "http://nowhere.invalid/", timeout: 30))
                }
                #expect(server.requests == [])
            }
        }
    }

    @Test func thisMachineIsNeverReachedThroughAProxy() async {
        await #expect(processExitsWith: .success) {
            try await Loopback.withSilentPort { port in
                for variable in ["http_proxy", "all_proxy", "ALL_PROXY"] {
                    setenv(variable, "http://127.0.0.1:\(port)", 1)
                    defer { unsetenv(variable) }
                    try await withServer(always { $0.answer("direct") }) { server, transport in
                        let text = try await transport.text(of: HTTPRequest(url: server.url()))
                        #expect(text == "direct", "\(variable)")
                        let byName = "http://localhost:\(server.port)/"
                        #expect(try await transport.text(of: HTTPRequest(url: byName)) == "direct", "\(variable)")
                    }
                }
            }
        }
    }

    @Test func aProxyThatFailsIsNamedWithoutItsPassword() async {
        await #expect(processExitsWith: .success) {
            try await Loopback.withSilentPort { port in
                try await withTransport { transport in
                    let request = HTTPRequest(url: "http://nowhere.invalid/", timeout: 30)
                    setenv("http_proxy", "http://user:word@127.0.0.1:\(port)", 1)
                    await #expect(throws: HTTPTransportError.refused("127.0.0.1:\(port)")) {
                        try await transport.text(of: request)
                    }
                    setenv("http_proxy", "http://user:word@proxy.invalid:3128", 1)
                    await #expect(throws: HTTPTransportError.unresolvedHost("proxy.invalid")) {
                        try await transport.text(of: request)
                    }
                    for odd in ["strange://user:word@proxy.invalid:3128", "http://user:word@proxy.invalid:99999999"] {
                        setenv("http_proxy", odd, 1)
                        await #expect(throws: HTTPTransportError.other(.invalidProxy)) {
                            try await transport.text(of: request)
                        }
                    }
                }
            }
        }
    }

    @Test func aProxyThatOpensNoTunnelIsNotTakenForTheServer() async {
        await #expect(processExitsWith: .success) {
            try await withServer(always { $0.answer("who are you?", status: "407 Proxy Authentication Required") }) {
                server, transport in
                setenv("https_proxy", server.url(), 1)
                let error = HTTPTransportError.refusedByProxy(host: "nowhere.invalid:443", status: 407)
                await #expect(throws: error) {
                    try await transport.text(of: HTTPRequest(url: "https://nowhere.invalid/"))
                }
            }
        }
    }
}
