import Intuned
import Synchronization

/// The connection to the platform, which can break with any error of a transport.
final class Network: HTTPTransport {
    private let whole: any HTTPTransport
    private let fault = Mutex<HTTPTransportError?>(nil)

    /// Creates a network that works.
    init(_ whole: any HTTPTransport) { self.whole = whole }

    /// Makes every request from now on end with this error, or work again with nil.
    func breakDown(_ error: HTTPTransportError?) { fault.withLock { $0 = error } }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        if let error = fault.withLock({ $0 }) { throw error }
        return try await whole.send(request, receive: receive)
    }
}
