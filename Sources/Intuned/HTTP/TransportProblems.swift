/// Why no secure connection to a host could be established.
public enum TLSProblem: Hashable, Sendable {
    /// The file of certificate authorities cannot be read.
    case unreadableAuthorities
    /// The certificate was not issued by a trusted authority.
    case unknownIssuer
    /// The certificate is not valid yet.
    case notYetValid
    /// The certificate has expired.
    case expired
    /// The certificate is for another host.
    case otherHost
    /// The other side does not speak TLS.
    case notTLS
    /// Anything else, in the words of the TLS library.
    case library(String)
}

/// How a connection broke.
public enum ConnectionLoss: Hashable, Sendable {
    /// The other side closed it.
    case closed(Stage)
    /// The other side reset it.
    case reset(Stage)
    /// The connection was closed during the TLS handshake.
    case duringHandshake
    /// The chunks of the answer are broken (RFC 9112, section 7.1).
    case brokenChunks
    /// The compression of the answer is broken.
    case brokenCompression
    /// The server does not continue a file from this byte.
    case notContinued(from: Int)

    /// How far a transfer got.
    public enum Stage: Hashable, Sendable {
        /// Before the request was sent.
        case request
        /// Before anything of the answer arrived.
        case answer
        /// After some of the headers arrived.
        case headers
        /// After this many bytes of the body arrived; `expected` is the length that the answer named, if any.
        case body(received: Int, expected: Int?)
    }
}

/// Other reasons why a transport cannot deliver an answer.
public enum TransportFault: Hashable, Sendable {
    /// The headers of the answer are longer than the transport accepts.
    case headersTooLarge
    /// The address of the proxy is not valid.
    case invalidProxy
    /// The text is not a valid method.
    case invalidMethod(String)
    /// The text is not a valid header name.
    case invalidHeaderName(String)
    /// The value of this header contains a control character.
    case invalidHeaderValue(of: String)
    /// No memory could be allocated.
    case outOfMemory
    /// No thread could be started.
    case noThread
    /// Anything else, in the words of the transport's library.
    case library(String)
}
