import CurlTransport
import Intuned
import LoopbackTLS
import Synchronization
import Testing

@Suite(
    .timeLimit(.minutes(1)), .serialized,
    .enabled(if: ChildProcess.exists("openssl"), "the openssl command is missing: apt-get install openssl"))
struct TLSTests {
    @Test func aServerWhoseAuthorityIsGivenIsTrusted() async throws {
        let certificates = try Certificates()
        defer { certificates.remove() }
        try await withTLSServer(certificates) { port in
            try await withTransport(options: .init(caFile: certificates.authority)) { transport in
                let (head, body) = try await transport.body(of: HTTPRequest(url: "https://127.0.0.1:\(port)/"), limit: 100_000)
                #expect(head.status == 200)
                #expect(!body.isEmpty)
            }
        }
    }

    @Test func anAuthorityThatIsNotGivenIsUnknown() async throws {
        let certificates = try Certificates()
        defer { certificates.remove() }
        try await withTLSServer(certificates) { port in
            try await expectFailure(.unknownIssuer, port: port, options: .init())
        }
    }

    @Test func aCertificateThatHasExpiredIsNotTrusted() async throws {
        let certificates = try Certificates(valid: .past)
        defer { certificates.remove() }
        try await withTLSServer(certificates) { port in
            try await expectFailure(
                .expired, port: port, options: .init(caFile: certificates.authority))
        }
    }

    @Test func aCertificateForAnotherHostIsNotTrusted() async throws {
        let certificates = try Certificates(for: "DNS:elsewhere.example,IP:192.0.2.1")
        defer { certificates.remove() }
        try await withTLSServer(certificates) { port in
            try await expectFailure(
                .otherHost, port: port, options: .init(caFile: certificates.authority))
        }
    }

    @Test func aFileOfAuthoritiesThatIsNotThereIsNamedAsTheCause() async throws {
        let certificates = try Certificates()
        defer { certificates.remove() }
        try await withTLSServer(certificates) { port in
            try await expectFailure(
                .unreadableAuthorities, port: port,
                options: .init(caFile: certificates.folder + "/none"))
        }
    }

    @Test func aServerThatSpeaksNoTLSIsNamedSo() async throws {
        try await withServer({ $0.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") }) { server, _ in
            try await expectFailure(.notTLS, port: server.port, options: .init())
        }
    }

    @Test func aConnectionCutDuringTheHandshakeIsLost() async throws {
        try await withServer({ _ in }) { server, transport in
            let error = HTTPTransportError.connectionLost(.duringHandshake)
            await #expect(throws: error) {
                try await transport.text(of: HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
            }
        }
    }

    /// Giving up a request in HTTP/2 ends only its stream: later requests would still use a connection that fell silent.
    @Test func nothingButHTTP11IsOffered() async throws {
        let hello = Mutex<[UInt8]>([])
        try await withServer({ connection in hello.withLock { $0 = connection.readSome() } }) { server, transport in
            _ = try? await transport.text(of: HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
        }
        // It holds the names of protocols unencrypted, each after its length (RFC 7301, section 3.1).
        let text = String(decoding: hello.withLock { $0 }, as: Unicode.ASCII.self)
        #expect(text.contains("\u{8}http/1.1"))
        #expect(!text.contains("\u{2}h2"))
    }

    private func expectFailure(_ problem: TLSProblem, port: Int, options: CurlTransport.Options) async throws {
        try await withTransport(options: options) { transport in
            await #expect(throws: HTTPTransportError.tls(host: "127.0.0.1", problem)) {
                try await transport.text(of: HTTPRequest(url: "https://127.0.0.1:\(port)/?secret=1"))
            }
        }
    }

    private func withTLSServer(_ certificates: Certificates, _ body: (Int) async throws -> Void) async throws {
        let server = try TLSServer(certificates)
        defer { server.stop() }
        try await body(server.port)
    }
}
