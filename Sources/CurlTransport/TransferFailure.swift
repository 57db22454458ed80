import CCurl
import Glibc
import Intuned

/// All that is known about a transfer that failed, from which its error follows.
///
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
    let complaint: String
    let destination: Destination
    let stage: Stage
    /// errno of the last connect that failed, or 0.
    let systemError: Int32
    /// OpenSSL's X509_V_… verdict on the certificate, 0 when there is none.
    let verifyResult: Int
    /// Status with which a proxy answered CONNECT, 0 when there is none.
    let proxyStatus: Int
    /// Bytes of the body as they came over the wire.
    let receivedBytes: Int
    /// What Content-Length promised, negative when it promised nothing.
    let expectedBytes: Int
    /// Seconds that connecting may take, the one limit that libcurl watches.
    let connectTimeout: Double

    /// What the failure means to the sender.
    var error: HTTPTransportError {
        switch code {
        case CURLE_URL_MALFORMAT:
            .invalidURL
        case CURLE_COULDNT_RESOLVE_PROXY where isProxyOdd, CURLE_COULDNT_CONNECT where isProxyOdd:
            .other(.invalidProxy)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            .unresolvedHost(unresolvedName)
        case CURLE_COULDNT_CONNECT:
            systemError == ECONNREFUSED ? .refused(peer) : .unreachable(peer)
        case CURLE_OPERATION_TIMEDOUT:
            .timedOut(seconds: connectTimeout, waitingFor: wait)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED:
            tlsError
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            stage == .connecting ? .invalidURL : .notHTTP
        case CURLE_OUT_OF_MEMORY where stage == .waiting || stage == .head, CURLE_RECV_ERROR where areHeadersTooLarge:
            // libcurl bounds a line to 100 KiB, which it reports as lack of memory, and since its fix of CVE-2023-38039 all lines too.
            ResponseHeadReader.tooLarge
        default:
            transferError
        }
    }

    private var transferError: HTTPTransportError {
        switch code {
        case CURLE_RECV_ERROR where proxyStatus != 0 && !(200..<300).contains(proxyStatus):
            .refusedByProxy(host: destination.text, status: proxyStatus)
        case CURLE_OK, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
            .connectionLost(.closed(place))
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            .connectionLost(areChunksBroken ? .brokenChunks : .reset(place))
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
            .connectionLost(.brokenCompression)
        case CURLE_OUT_OF_MEMORY:
            .other(.outOfMemory)
        default:
            .other(.library(String(cString: curl_easy_strerror(code))))
        }
    }

    private var tlsError: HTTPTransportError {
        if code == CURLE_SSL_CONNECT_ERROR, complaint.contains("SSL_ERROR_SYSCALL") || complaint.contains("Connection reset") {
            return .connectionLost(.duringHandshake)
        }
        return .tls(host: destination.host, tlsProblem)
    }

    /// Source of the numbers: openssl-verification-options(1) and x509_vfy.h.
    private var tlsProblem: TLSProblem {
        switch (code, verifyResult) {
        case (CURLE_SSL_CACERT_BADFILE, _): .unreadableAuthorities
        case (CURLE_PEER_FAILED_VERIFICATION, 2), (CURLE_PEER_FAILED_VERIFICATION, 18...21): .unknownIssuer
        case (CURLE_PEER_FAILED_VERIFICATION, 9): .notYetValid
        case (CURLE_PEER_FAILED_VERIFICATION, 10): .expired
        case (CURLE_PEER_FAILED_VERIFICATION, _) where complaint.contains("target host name"):
            .otherHost
        default: .library(lastWords)
        }
    }

    /// The end of OpenSSL's words, such as `wrong version number` of `error:0A00010B:SSL routines::wrong version number`.
    private var lastWords: String {
        let words = complaint.split(separator: ":").last?.drop { $0 == " " } ?? ""
        return words.isEmpty ? String(cString: curl_easy_strerror(code)) : String(words)
    }

    /// libcurl watches no time but that of connecting, and says in words alone which part of it was too long.
    private var wait: HTTPTransportError.Wait {
        guard stage == .connecting else { return .answer }
        return complaint.hasPrefix("Resolving timed out") ? .address : .connection
    }

    private var isProxyOdd: Bool { complaint.hasPrefix("Unsupported proxy") }

    private var areChunksBroken: Bool { complaint.contains("chunked-encoding") }

    private var areHeadersTooLarge: Bool { complaint.hasPrefix("Too large response headers") }

    private var place: ConnectionLoss.Stage {
        switch stage {
        case .connecting: .request
        case .waiting: .answer
        case .head: .headers
        case .body: .body(received: receivedBytes, expected: expectedBytes >= 0 ? expectedBytes : nil)
        }
    }

    /// The name that could not be resolved: with a proxy it is the proxy's.
    private var unresolvedName: String {
        for start in ["Could not resolve host: ", "Could not resolve proxy: "] where complaint.hasPrefix(start) {
            return String(complaint.dropFirst(start.count))
        }
        return code == CURLE_COULDNT_RESOLVE_PROXY ? "proxy" : destination.host
    }

    /// The host and port that did not take the connection: with a proxy they are the proxy's.
    private var peer: String {
        let words = complaint.split(separator: " ")
        guard complaint.hasPrefix("Failed to connect to "), words.count > 6, words[5] == "port" else { return destination.text }
        return "\(words[4]):\(words[6])"
    }
}
