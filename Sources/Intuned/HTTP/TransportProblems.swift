/// Why no safe connection to a host could be made.
public enum TLSProblem: Hashable, Sendable {
    /// The file of certificate authorities cannot be read.
    case unreadableAuthorities
    /// Nobody who is trusted has issued the certificate.
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
    /// It was closed during the TLS handshake.
    case duringHandshake
    /// The chunks of the answer are broken (RFC 9112, section 7.1).
    case brokenChunks
    /// The compression of the answer is broken.
    case brokenCompression
    /// The other side does not continue a file from this byte.
    case notContinued(from: Int)

    /// How far a transfer had come.
    public enum Stage: Hashable, Sendable {
        /// The request was not sent.
        case request
        /// Nothing of the answer had come.
        case answer
        /// Some of the headers had come.
        case headers
        /// So many bytes of the body had come, of so many when the answer named a length.
        case body(received: Int, expected: Int?)
    }
}

/// What else can keep a transport from bringing an answer.
public enum TransportFault: Hashable, Sendable {
    /// The headers of the answer are longer than the transport takes.
    case headersTooLarge
    /// The address of the proxy is not valid.
    case invalidProxy
    /// No method has this name.
    case invalidMethod(String)
    /// No header has this name.
    case invalidHeaderName(String)
    /// The value of this header holds a control character.
    case invalidHeaderValue(of: String)
    /// There is no memory.
    case outOfMemory
    /// There is no thread.
    case noThread
    /// Anything else, in the words of the transport's library.
    case library(String)
}
