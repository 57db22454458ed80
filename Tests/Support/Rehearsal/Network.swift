import Intuned
import Synchronization

/// The way to the platform, which can be broken in any manner that a transport tells of.
final class Network: HTTPTransport {
    private let whole: any HTTPTransport
    private let fault = Mutex<HTTPTransportError?>(nil)

    /// A network that is not broken.
    init(_ whole: any HTTPTransport) { self.whole = whole }

    /// Lets every request that begins from now on end with this error, or none any more.
    func breakDown(_ error: HTTPTransportError?) { fault.withLock { $0 = error } }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        if let error = fault.withLock({ $0 }) { throw error }
        return try await whole.send(request, receive: receive)
    }
}
