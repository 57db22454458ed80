import CCurl
import Glibc
import Intuned
import Testing

@testable import CurlTransport

/// Failures that a loopback server cannot cause, or not with every libcurl; the others are tested over a socket.
struct TransferFailureTests {
    @Test func connectThatFailsIsRefusedOrUnreachable() {
        #expect(error(CURLE_COULDNT_CONNECT, at: .connecting, systemError: ECONNREFUSED) == .refused("a.example:443"))
        for code in [EHOSTUNREACH, ENETUNREACH, ENETDOWN, ETIMEDOUT, 0] {
            #expect(error(CURLE_COULDNT_CONNECT, at: .connecting, systemError: code) == .unreachable("a.example:443"))
        }
    }

    @Test(arguments: ["Resolving timed out after 1001 milliseconds", "SSL connection timeout", "something new", ""])
    func aTimeThatIsOverSaysWhatWasWaitedFor(words: String) {
        let timeout = CURLE_OPERATION_TIMEDOUT
        #expect(error(timeout, words, at: .connecting, isResolved: false) == .timedOut(seconds: 1, waitingFor: .address))
        #expect(error(timeout, words, at: .connecting) == .timedOut(seconds: 1, waitingFor: .connection))
        #expect(error(timeout, words, at: .waiting) == .timedOut(seconds: 1, waitingFor: .answer))
    }

    @Test(
        arguments: [
            (true, "Failed to connect to a.example:443 over proxy proxy.example after 0 ms: Could not connect to server"),
            (true, "something new"), (nil, "Failed to connect to proxy.example port 3128 after 0 ms: Couldn't connect to server"),
        ] as [(Bool?, String)])
    func connectThroughAProxyNamesTheProxy(isUsed: Bool?, words: String) {
        let proxy = ProxyInUse(isUsed: isUsed, address: .at(host: "proxy.example", port: "3128"))
        let refused = error(CURLE_COULDNT_CONNECT, words, at: .connecting, systemError: ECONNREFUSED, proxy: proxy)
        #expect(refused == .refused("proxy.example:3128"))
    }

    @Test(arguments: [CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST])
    func unresolvedProxyIsNamedByEitherCode(code: CURLcode) {
        let known = ProxyInUse(isUsed: true, address: .at(host: "proxy.example", port: nil))
        #expect(error(code, at: .connecting, proxy: known, isResolved: false) == .unresolvedHost("proxy.example"))
        let unknown = ProxyInUse(isUsed: true, address: .none)
        #expect(error(code, at: .connecting, proxy: unknown, isResolved: false) == .unresolvedHost("proxy"))
    }

    @Test(arguments: [CURLE_RECV_ERROR, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR])
    func proxyThatOpensNoTunnelIsNamedByAnyCode(code: CURLcode) {
        let refused = HTTPTransportError.refusedByProxy(host: "a.example:443", status: 407)
        #expect(error(code, at: .connecting, proxyStatus: 407) == refused)
        #expect(error(code, at: .connecting, proxyStatus: 200) != refused)
    }

    @Test func verdictOnACertificateDecidesByItsNumber() {
        let reasons = [0, 1, 2, 9, 10, 18, 19, 20, 21, 62, 64].map { verdict in
            reason(CURLE_PEER_FAILED_VERIFICATION, "something new", verifyResult: verdict)
        }
        let unknown = TLSProblem.unknownIssuer
        #expect(
            reasons == [
                .otherHost, .otherHost, unknown, .notYetValid, .expired, unknown, unknown, unknown, unknown, .otherHost,
                .otherHost,
            ])
        let revoked = "SSL certificate problem: certificate revoked"
        #expect(reason(CURLE_PEER_FAILED_VERIFICATION, revoked, verifyResult: 23) == .library("certificate revoked"))
        #expect(reason(CURLE_SSL_CIPHER) == .library(String(cString: curl_easy_strerror(CURLE_SSL_CIPHER))))
    }

    /// The messages of 7.88, 8.14 and 8.23; the last two have ECONNRESET and EPIPE.
    @Test(arguments: [
        ("OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to a.example:443", 0),
        ("TLS connect error: error:0A000126:SSL routines::unexpected eof while reading", 0),
        ("TLS connect error: error:0A000126:SSL routines::something new", 0), ("Recv failure", ECONNRESET), ("", EPIPE),
    ])
    func cutInTheHandshakeIsALostConnection(words: String, systemError: Int32) {
        #expect(
            error(CURLE_SSL_CONNECT_ERROR, words, at: .connecting, systemError: systemError, verifyResult: 1)
                == .connectionLost(.duringHandshake))
    }

    @Test func disagreementInTheHandshakeIsNoLostConnection() {
        let alert = "TLS connect error: error:0A000410:SSL routines::ssl/tls alert handshake failure"
        #expect(reason(CURLE_SSL_CONNECT_ERROR, alert) == .library("ssl/tls alert handshake failure"))
        #expect(reason(CURLE_SSL_CONNECT_ERROR, "error:0A00010B:SSL routines::something new") == .notTLS)
        #expect(reason(CURLE_SSL_CONNECT_ERROR, "something new") == .library("something new"))
    }

    @Test(arguments: ["chunk hex-length char not a hex digit: 0x7a", "something new", ""])
    func chunksAreBrokenOnlyWhereNothingElseIs(words: String) {
        let place = ConnectionLoss.Stage.body(received: 3, expected: 10)
        #expect(error(CURLE_RECV_ERROR, words, isChunked: true) == .connectionLost(.brokenChunks))
        #expect(error(CURLE_RECV_ERROR, words, systemError: ECONNRESET, isChunked: true) == .connectionLost(.reset(place)))
        #expect(error(CURLE_RECV_ERROR, words, at: .head, isChunked: true) == .connectionLost(.closed(.headers)))
        #expect(error(CURLE_RECV_ERROR, words) == .connectionLost(.closed(place)))
        #expect(error(CURLE_SEND_ERROR, words, isChunked: true) == .connectionLost(.closed(place)))
    }

    @Test func tlsThatBreaksInTheBodyIsToldFromItsEnd() {
        let end = "OpenSSL SSL_read: OpenSSL/3.5.9: error:0A000126:SSL routines::unexpected eof while reading, errno 0"
        #expect(
            error(CURLE_RECV_ERROR, end, isChunked: true) == .connectionLost(.closed(.body(received: 3, expected: 10))))
        let record = "OpenSSL SSL_read: OpenSSL/3.5.9: error:0A000119:SSL routines::bad record mac, errno 0"
        #expect(error(CURLE_RECV_ERROR, record, isChunked: true) == .tls(host: "a.example", .library("bad record mac")))
    }

    @Test func whatLibcurlQuotesIsNotPassedOn() {
        let odd = ProxyInUse(isUsed: false, address: .invalid)
        #expect(
            error(
                CURLE_COULDNT_RESOLVE_PROXY, "Unsupported proxy syntax in 'http://me:word@x': bad", at: .connecting, proxy: odd,
                isResolved: false) == .other(.invalidProxy))
        let strange = ProxyInUse(isUsed: false, address: .at(host: "x", port: nil))
        #expect(
            error(CURLE_COULDNT_CONNECT, "http://me:word@x", at: .connecting, proxy: strange, isResolved: false)
                == .other(.invalidProxy))
        #expect(
            error(CURLE_UNKNOWN_OPTION, "http://a.example/?secret=1")
                == .other(.library(String(cString: curl_easy_strerror(CURLE_UNKNOWN_OPTION)))))
    }

    @Test(arguments: [CURLE_OUT_OF_MEMORY, curl_code_too_large])
    func longHeaderIsTooLargeByTheCodeOfEveryVersion(code: CURLcode) {
        #expect(error(code, at: .head) == .other(.headersTooLarge))
        #expect(error(code, at: .connecting) != .other(.headersTooLarge))
    }

    @Test func lackOfMemoryInTheBodyIsNoLongHeader() {
        #expect(error(CURLE_OUT_OF_MEMORY, at: .body) == .other(.outOfMemory))
    }

    @Test(
        arguments: [
            ("http://user:word@proxy.example:3128", .at(host: "proxy.example", port: "3128")),
            ("proxy.example:3128", .at(host: "proxy.example", port: "3128")),
            ("proxy.example", .at(host: "proxy.example", port: nil)),
            ("socks5h://127.0.0.1:9050/", .at(host: "127.0.0.1", port: "9050")), ("http://proxy.example:99999999", .invalid),
            ("http://pro xy:1", .invalid),
        ] as [(String, ProxyInUse.Address)])
    func addressOfAProxyIsReadWithoutItsPassword(text: String, address: ProxyInUse.Address) {
        #expect(ProxyInUse.Address(text) == address)
    }

    private func error(
        _ code: CURLcode, _ words: String = "", at stage: TransferFailure.Stage = .body, systemError: Int32 = 0,
        verifyResult: Int = 0, proxy: ProxyInUse = ProxyInUse(isUsed: false, address: .none), proxyStatus: Int = 0,
        isResolved: Bool = true, isChunked: Bool = false
    ) -> HTTPTransportError {
        TransferFailure(
            code: code, complaint: LibcurlComplaint(text: words), destination: Destination(host: "a.example", port: "443"),
            stage: stage, systemError: systemError, verifyResult: verifyResult, proxy: proxy, proxyStatus: proxyStatus,
            isResolved: isResolved, isChunked: isChunked, receivedBytes: 3, expectedBytes: 10, connectTimeout: 1
        ).error
    }

    private func reason(_ code: CURLcode, _ words: String = "", verifyResult: Int = 1) -> TLSProblem? {
        guard case .tls("a.example", let reason) = error(code, words, at: .connecting, verifyResult: verifyResult) else {
            return nil
        }
        return reason
    }
}
