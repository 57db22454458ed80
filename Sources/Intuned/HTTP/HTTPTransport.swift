import Synchronization

/// Sends requests over HTTP.
public protocol HTTPTransport: Sendable {
    /// Sends one request and passes the body on in pieces, one after another, on a thread that the transport owns.
    ///
    /// Redirects are not followed. Canceling the Task cancels the transfer (`.cancelled`); the call that receives a piece may
    /// then still be running for a while.
    /// - Parameter receive: gets the head and a piece of the body; returns false to stop the transfer (`.stopped`).
    /// - Returns: the head, once the whole body has been passed on.
    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead
}

extension HTTPTransport {
    /// Sends one request and returns its whole body.
    ///
    /// - Parameter limit: the most bytes that the body may have; a longer body ends the transfer with `.tooLarge`.
    public func body(of request: HTTPRequest, limit: Int) async throws(HTTPTransportError) -> (HTTPResponseHead, [UInt8]) {
        let body = Mutex<[UInt8]>([])
        do throws(HTTPTransportError) {
            let head = try await send(request) { _, piece in
                body.withLock { bytes in
                    guard piece.count <= limit - bytes.count else { return false }
                    bytes.append(contentsOf: piece)
                    return true
                }
            }
            return (head, body.withLock { $0 })
        } catch {
            throw error == .stopped ? .tooLarge(limit: limit) : error
        }
    }
}
