import CCurl
import Glibc
import Intuned
import Testing

@testable import CurlTransport

/// Failures that a loopback server cannot bring about; the others are tested over a socket.
struct TransferFailureTests {
    @Test func aConnectThatFailsIsRefusedOrUnreachable() {
        #expect(error(CURLE_COULDNT_CONNECT, at: .connecting, systemError: ECONNREFUSED) == .refused("a.example:443"))
        for code in [EHOSTUNREACH, ENETUNREACH, ENETDOWN, ETIMEDOUT, 0] {
            #expect(error(CURLE_COULDNT_CONNECT, at: .connecting, systemError: code) == .unreachable("a.example:443"))
        }
    }

    @Test func aTimeThatIsOverSaysWhatWasWaitedFor() {
        let resolving = "Resolving timed out after 1001 milliseconds"
        #expect(error(CURLE_OPERATION_TIMEDOUT, resolving, at: .connecting) == .timedOut(seconds: 1, waitingFor: .address))
        for complaint in ["Connection timed out after 1001 milliseconds", "SSL connection timeout", ""] {
            #expect(error(CURLE_OPERATION_TIMEDOUT, complaint, at: .connecting) == .timedOut(seconds: 1, waitingFor: .connection))
        }
        #expect(error(CURLE_OPERATION_TIMEDOUT, at: .waiting) == .timedOut(seconds: 1, waitingFor: .answer))
    }

    @Test func aConnectThroughAProxyNamesTheProxy() {
        let complaint = "Failed to connect to proxy.example port 3128 after 0 ms: Couldn't connect to server"
        #expect(
            error(CURLE_COULDNT_CONNECT, complaint, at: .connecting, systemError: ECONNREFUSED) == .refused("proxy.example:3128"))
    }

    @Test func theVerdictOnACertificateIsPutInWords() {
        let reasons = [2, 9, 10, 18, 19, 20, 21].map { reason(CURLE_PEER_FAILED_VERIFICATION, verifyResult: $0) }
        let unknown = TLSProblem.unknownIssuer
        #expect(reasons == [unknown, .notYetValid, .expired, unknown, unknown, unknown, unknown])
        let revoked = "SSL certificate problem: certificate revoked"
        #expect(reason(CURLE_PEER_FAILED_VERIFICATION, revoked, verifyResult: 23) == .library("certificate revoked"))
        #expect(reason(CURLE_SSL_CIPHER) == .library("Couldn't use specified SSL cipher"))
    }

    @Test func whatLibcurlQuotesIsNotPassedOn() {
        #expect(
            error(CURLE_COULDNT_RESOLVE_PROXY, "Unsupported proxy syntax in 'http://me:word@x': bad", at: .connecting)
                == .other(.invalidProxy))
        #expect(
            error(CURLE_UNKNOWN_OPTION, "http://a.example/?secret=1")
                == .other(.library("An unknown option was passed in to libcurl")))
    }

    @Test func lackOfMemoryIsTakenForALongHeaderOnlyWhileHeadersCome() {
        #expect(error(CURLE_OUT_OF_MEMORY, at: .head) == .other(.headersTooLarge))
        #expect(error(CURLE_OUT_OF_MEMORY, at: .body) == .other(.outOfMemory))
    }

    private func error(
        _ code: CURLcode, _ complaint: String = "", at stage: TransferFailure.Stage = .body, systemError: Int32 = 0,
        verifyResult: Int = 0
    ) -> HTTPTransportError {
        TransferFailure(
            code: code, complaint: complaint, destination: Destination(host: "a.example", port: "443"), stage: stage,
            systemError: systemError, verifyResult: verifyResult, proxyStatus: 0, receivedBytes: 3, expectedBytes: 10,
            connectTimeout: 1
        ).error
    }

    private func reason(_ code: CURLcode, _ complaint: String = "", verifyResult: Int = 0) -> TLSProblem? {
        guard case .tls("a.example", let reason) = error(code, complaint, at: .connecting, verifyResult: verifyResult) else {
            return nil
        }
        return reason
    }
}
