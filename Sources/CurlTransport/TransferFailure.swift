import CCurl
import Glibc
import Intuned

/// All that is known about a transfer that failed, from which its error follows.
///
/// Codes decide what kind of failure it is: libcurl's, OpenSSL's and the system's, and what this program counted itself. Words, which
/// change from version to version, only name a detail; where they decide, a comment says why nothing else can.
/// Source of the codes: https://curl.se/libcurl/c/libcurl-errors.html
struct TransferFailure {
    /// How far the transfer had come.
    enum Stage {
        /// Nothing was sent yet.
        case connecting
        /// The request is out, nothing has come.
        case waiting
        /// Some of the headers have come.
        case head
        /// All of the headers have come.
        case body
    }

    let code: CURLcode
    /// libcurl's words; they may quote a proxy's password, so only parts of known sentences are passed on.
    let complaint: LibcurlComplaint
    let destination: Destination
    let stage: Stage
    /// errno of the last call that failed on the way to this stage, or 0.
    let systemError: Int32
    /// OpenSSL's X509_V_… verdict on the certificate; 1 (unspecified) when libcurl began a handshake and has none yet.
    let verifyResult: Int
    /// What is known about the proxy in between.
    let proxy: ProxyInUse
    /// Status with which a proxy answered CONNECT, 0 when there is none.
    let proxyStatus: Int
    /// Whether the looking up of a name has ended.
    let isResolved: Bool
    /// Whether the body comes in chunks (RFC 9112, section 7.1).
    let isChunked: Bool
    /// Bytes of the body as they came over the wire.
    let receivedBytes: Int
    /// What Content-Length promised, negative when it promised nothing.
    let expectedBytes: Int
    /// Seconds that connecting may take, the one limit that libcurl watches.
    let connectTimeout: Double

    /// What the failure means to the sender.
    var error: HTTPTransportError {
        // Which code this comes with changed from CURLE_RECV_ERROR to CURLE_COULDNT_CONNECT between 8.14 and 8.23.
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
            // libcurl bounds a line to 100 KiB, which it reported as lack of memory before 8.6.
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

    /// What libcurl reports by one code: a connection that broke, TLS that broke on it, and chunks that are none.
    private var brokenConnection: HTTPTransportError {
        if let number = complaint.openSSLNumber {
            return number == .unexpectedEnd ? .connectionLost(.closed(place)) : .tls(host: destination.host, tlsProblem)
        }
        // A reset always comes with an errno, and libcurl reads chunks from its buffer, where no call of the system can fail.
        if systemError != 0 { return .connectionLost(.reset(place)) }
        return .connectionLost(code == CURLE_RECV_ERROR && stage == .body && isChunked ? .brokenChunks : .closed(place))
    }

    /// Whether the connection broke before TLS was agreed upon, which libcurl reports by the same code as disagreement.
    private var isCutInHandshake: Bool {
        guard code == CURLE_SSL_CONNECT_ERROR else { return false }
        if let number = complaint.openSSLNumber { return number == .unexpectedEnd }
        // Up to 7.88 an end without a last word leaves no number and no errno, but the name of OpenSSL's own constant.
        return [ECONNRESET, EPIPE, ECONNABORTED].contains(systemError) || complaint.namesSystemCall
    }

    /// Source of the numbers: openssl-verification-options(1) and x509_vfy.h.
    private var tlsProblem: TLSProblem {
        switch (code, verifyResult) {
        case (CURLE_SSL_CACERT_BADFILE, _): .unreadableAuthorities
        case (CURLE_PEER_FAILED_VERIFICATION, 2), (CURLE_PEER_FAILED_VERIFICATION, 18...21): .unknownIssuer
        case (CURLE_PEER_FAILED_VERIFICATION, 9): .notYetValid
        case (CURLE_PEER_FAILED_VERIFICATION, 10): .expired
        // OpenSSL has no objection or has not been asked yet: then it was libcurl, which compares the names alone (servercert() and
        // ossl_check_peer_cert() in lib/vtls/openssl.c). 62 and 64 are OpenSSL's own comparison of them.
        case (CURLE_PEER_FAILED_VERIFICATION, 0...1), (CURLE_PEER_FAILED_VERIFICATION, 62), (CURLE_PEER_FAILED_VERIFICATION, 64):
            .otherHost
        default: complaint.openSSLNumber == .wrongVersion ? .notTLS : .library(lastWords)
        }
    }

    private var lastWords: String { complaint.lastWords ?? String(cString: curl_easy_strerror(code)) }

    /// libcurl watches no time but that of connecting.
    private var wait: HTTPTransportError.Wait {
        guard stage == .connecting else { return .answer }
        return isResolved ? .connection : .address
    }

    /// Whether libcurl gave up before it looked a name up or called the system: it does not know the proxy's kind.
    private var wasNotTried: Bool { stage == .connecting && !isResolved }

    private var place: ConnectionLoss.Stage {
        switch stage {
        case .connecting: .request
        case .waiting: .answer
        case .head: .headers
        case .body: .body(received: receivedBytes, expected: expectedBytes >= 0 ? expectedBytes : nil)
        }
    }

    /// The name that could not be resolved; 8.14 uses the host's code for a proxy of plain HTTP as well.
    private var unresolvedName: String {
        guard code == CURLE_COULDNT_RESOLVE_PROXY || proxy.isUsed == true else { return destination.host }
        return proxy.address.host ?? "proxy"
    }

    /// The host and port that did not take the connection: with a proxy they are the proxy's.
    private var peer: String {
        switch proxy.isUsed {
        case true?: proxy.address.text ?? "proxy"
        case false?: destination.text
        // Before 8.7 libcurl names the peer nowhere but in its words.
        case nil: complaint.peer ?? destination.text
        }
    }
}
