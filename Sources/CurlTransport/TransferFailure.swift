import CCurl
import Glibc
import Intuned

/// The known facts about a failed transfer, from which its error follows.
///
/// Codes decide the kind of failure: libcurl's, OpenSSL's and the system's, and the counts of this program. Messages change from
/// version to version and only name a detail; where a message decides, a comment says why nothing else can.
/// Source of the codes: https://curl.se/libcurl/c/libcurl-errors.html
struct TransferFailure {
    /// How far the transfer got.
    enum Stage {
        /// Nothing was sent yet.
        case connecting
        /// The request was sent, nothing was received.
        case waiting
        /// Some of the headers were received.
        case head
        /// All of the headers were received.
        case body
    }

    let code: CURLcode
    /// libcurl's message; it may quote a proxy's password, so only parts of known sentences are passed on.
    let complaint: LibcurlComplaint
    let destination: Destination
    let stage: Stage
    /// errno of the last call that failed on the way to this stage, or 0.
    let systemError: Int32
    /// OpenSSL's X509_V_… verdict on the certificate; 1 (unspecified) when libcurl has started a handshake without a verdict yet.
    let verifyResult: Int
    /// The known facts about the proxy in between.
    let proxy: ProxyInUse
    /// Status of a proxy's response to CONNECT; 0 if there is none.
    let proxyStatus: Int
    /// Whether a name lookup has ended.
    let isResolved: Bool
    /// Whether the body is chunked (RFC 9112, section 7.1).
    let isChunked: Bool
    /// Bytes of the body as received over the wire.
    let receivedBytes: Int
    /// Value of Content-Length; negative if there is none.
    let expectedBytes: Int
    /// Seconds that connecting may take, the only limit that libcurl watches.
    let connectTimeout: Double

    /// What the failure means to the sender.
    var error: HTTPTransportError {
        // The code for this changed from CURLE_RECV_ERROR to CURLE_COULDNT_CONNECT between 8.14 and 8.23.
        if stage == .connecting, proxyStatus != 0, !(200..<300).contains(proxyStatus) {
            return .refusedByProxy(host: destination.text, status: proxyStatus)
        }
        return switch code {
        case CURLE_URL_MALFORMAT:
            .invalidURL
        case CURLE_COULDNT_RESOLVE_PROXY where proxy.address == .invalid, CURLE_COULDNT_CONNECT where wasNotTried:
            .other(.invalidProxy)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            .unresolvedHost(unresolvedName)
        case CURLE_COULDNT_CONNECT:
            systemError == ECONNREFUSED ? .refused(peer) : .unreachable(peer)
        case CURLE_OPERATION_TIMEDOUT:
            .timedOut(seconds: connectTimeout, waitingFor: wait)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED:
            isCutInHandshake ? .connectionLost(.duringHandshake) : .tls(host: destination.host, tlsProblem)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            stage == .connecting ? .invalidURL : .notHTTP
        case curl_code_too_large where stage != .connecting, CURLE_OUT_OF_MEMORY where stage == .waiting || stage == .head:
            // libcurl limits a line to 100 KiB; before 8.6 it reported a longer line as lack of memory.
            ResponseHeadReader.tooLarge
        default:
            transferError
        }
    }

    private var transferError: HTTPTransportError {
        switch code {
        case CURLE_OK, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
            .connectionLost(.closed(place))
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            brokenConnection
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
            .connectionLost(.brokenCompression)
        case CURLE_OUT_OF_MEMORY:
            .other(.outOfMemory)
        default:
            .other(.library(String(cString: curl_easy_strerror(code))))
        }
    }

    /// The error for failures that share one libcurl code: a broken connection, TLS broken on it, and invalid chunks.
    private var brokenConnection: HTTPTransportError {
        if let number = complaint.openSSLNumber {
            return number == .unexpectedEnd ? .connectionLost(.closed(place)) : .tls(host: destination.host, tlsProblem)
        }
        // A reset always has an errno, and libcurl reads chunks from its buffer, where no system call can fail.
        if systemError != 0 { return .connectionLost(.reset(place)) }
        return .connectionLost(code == CURLE_RECV_ERROR && stage == .body && isChunked ? .brokenChunks : .closed(place))
    }

    /// Whether the connection broke during the TLS handshake, which libcurl reports by the same code as a failed negotiation.
    private var isCutInHandshake: Bool {
        guard code == CURLE_SSL_CONNECT_ERROR else { return false }
        if let number = complaint.openSSLNumber { return number == .unexpectedEnd }
        // Up to 7.88 an end without TLS's closing message leaves no number and no errno, only the name of OpenSSL's own constant.
        return [ECONNRESET, EPIPE, ECONNABORTED].contains(systemError) || complaint.namesSystemCall
    }

    /// The problem that ended TLS.
    ///
    /// Source of the numbers: openssl-verification-options(1) and x509_vfy.h.
    private var tlsProblem: TLSProblem {
        switch (code, verifyResult) {
        case (CURLE_SSL_CACERT_BADFILE, _): .unreadableAuthorities
        case (CURLE_PEER_FAILED_VERIFICATION, 2), (CURLE_PEER_FAILED_VERIFICATION, 18...21): .unknownIssuer
        case (CURLE_PEER_FAILED_VERIFICATION, 9): .notYetValid
        case (CURLE_PEER_FAILED_VERIFICATION, 10): .expired
        // OpenSSL has no objection or was not asked yet. Then libcurl objected, which compares only the names (servercert() and
        // ossl_check_peer_cert() in lib/vtls/openssl.c). 62 and 64 are OpenSSL's own comparison of the names.
        case (CURLE_PEER_FAILED_VERIFICATION, 0...1), (CURLE_PEER_FAILED_VERIFICATION, 62), (CURLE_PEER_FAILED_VERIFICATION, 64):
            .otherHost
        default: complaint.openSSLNumber == .wrongVersion ? .notTLS : .library(lastWords)
        }
    }

    private var lastWords: String { complaint.lastWords ?? String(cString: curl_easy_strerror(code)) }

    /// The step that timed out; libcurl watches only the time of connecting.
    private var wait: HTTPTransportError.Wait {
        guard stage == .connecting else { return .answer }
        return isResolved ? .connection : .address
    }

    /// Whether libcurl gave up before a name lookup or a system call, because it does not know the proxy's kind.
    private var wasNotTried: Bool { stage == .connecting && !isResolved }

    private var place: ConnectionLoss.Stage {
        switch stage {
        case .connecting: .request
        case .waiting: .answer
        case .head: .headers
        case .body: .body(received: receivedBytes, expected: expectedBytes >= 0 ? expectedBytes : nil)
        }
    }

    /// The name that could not be resolved; 8.14 uses the host's code also for a proxy of plain HTTP.
    private var unresolvedName: String {
        guard code == CURLE_COULDNT_RESOLVE_PROXY || proxy.isUsed == true else { return destination.host }
        return proxy.address.host ?? "proxy"
    }

    /// The host and port that did not accept the connection; with a proxy they are the proxy's.
    private var peer: String {
        switch proxy.isUsed {
        case true?: proxy.address.text ?? "proxy"
        case false?: destination.text
        // Before 8.7 libcurl names the peer only in its message.
        case nil: complaint.peer ?? destination.text
        }
    }
}
