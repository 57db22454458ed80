package import Intuned

/// Failures of the network in words.
extension Wording {
    /// Why a host could not be reached or a transfer broke, in one sentence.
    package static func sentence(_ error: HTTPTransportError, host: String) -> String {
        switch error {
        case .unresolvedHost(let name): "Cannot resolve \(name). Check the network, DNS and --base-url."
        case .refused(let host): "\(host) refused the connection. Nothing listens on that port, or a firewall blocks it."
        case .unreachable(let host): "Cannot reach \(host): no route. Check the network."
        case .refusedByProxy(let host, let status): "Cannot reach \(host): the proxy returned \(status)."
        case .tls(let host, let problem): "Cannot connect to \(host) securely: \(words(problem)).\(remedy(problem))"
        case .timedOut(let seconds, let wait): overdue(wait, seconds.map { "within \(duration($0))" } ?? "in time", host: host)
        case .connectionLost(let loss): "The connection to \(host) broke: \(words(loss))."
        case .notHTTP: "\(host) did not answer with HTTP."
        case .tooLarge(let limit): "\(host) sent more than \(size(Double(limit)))."
        case .stopped, .cancelled: "Transfer canceled."
        case .invalidURL: "The address is not valid."
        case .unencrypted(let host):
            "The link leads to \(host) without encryption. --insecure-http allows it."
        case .other(let fault): "\(host): \(words(fault))."
        }
    }

    private static func overdue(_ wait: HTTPTransportError.Wait, _ limit: String, host: String) -> String {
        switch wait {
        case .address: "Cannot resolve \(host) \(limit). Check the network and DNS."
        case .connection: "Cannot connect to \(host) \(limit). Check the network."
        case .answer: "\(host) did not answer \(limit)."
        }
    }

    private static func words(_ problem: TLSProblem) -> String {
        switch problem {
        case .unreadableAuthorities: "the file of certificate authorities cannot be read"
        case .unknownIssuer: "the certificate's issuer is unknown"
        case .notYetValid: "the certificate is not valid yet"
        case .expired: "the certificate has expired"
        case .otherHost: "the certificate is for another host"
        case .notTLS: "it does not speak TLS on this port"
        case .library(let text): text
        }
    }

    /// What to do about it, as a further sentence; nothing where only the server's owner can do something.
    private static func remedy(_ problem: TLSProblem) -> String {
        switch problem {
        case .unknownIssuer: " To trust it, use --ca-file FILE."
        case .unreadableAuthorities: " Check --ca-file, CURL_CA_BUNDLE and SSL_CERT_FILE."
        case .expired, .notYetValid: " Is this machine's clock right?"
        case .otherHost, .notTLS: " Check --base-url."
        case .library: ""
        }
    }

    private static func words(_ loss: ConnectionLoss) -> String {
        switch loss {
        case .closed(let stage): "closed \(words(stage))"
        case .reset(let stage): "reset \(words(stage))"
        case .duringHandshake: "closed during the TLS handshake"
        case .brokenChunks: "the answer's chunks are broken"
        case .brokenCompression: "the answer's compression is broken"
        case .notContinued(let byte): "the store does not continue from byte \(number(byte))"
        }
    }

    private static func words(_ stage: ConnectionLoss.Stage) -> String {
        switch stage {
        case .request: "before the request was sent"
        case .answer: "before an answer came"
        case .headers: "in the middle of the answer's headers"
        case .body(let received, let expected?): "after \(received) of \(count(expected, "byte"))"
        case .body(let received, nil): "after \(count(received, "byte"))"
        }
    }

    private static func words(_ fault: TransportFault) -> String {
        switch fault {
        case .headersTooLarge: "the answer's headers are too large"
        case .invalidProxy: "the address of the proxy is not understood"
        case .invalidMethod(let name): "no method is called \(name.debugDescription)"
        case .invalidHeaderName(let name): "no header is called \(name.debugDescription)"
        case .invalidHeaderValue(let name): "the header \(name) holds a control character"
        case .outOfMemory: "libcurl is out of memory"
        case .noThread: "libcurl cannot start a thread"
        case .library(let text): text
        }
    }
}
