import Synchronization

/// Sends requests over HTTP.
public protocol HTTPTransport: Sendable {
    /// Sends one request and hands the body over, one piece after the other, on a thread of the transport's own.
    ///
    /// Redirects are not followed. Cancelling the Task cancels the transfer (`.cancelled`); a piece that is being received may then be
    /// at work a while longer.
    /// - Parameter receive: gets the head and a piece of the body; returns false to stop the transfer (`.stopped`).
    /// - Returns: the head, once the whole body has been handed over.
    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead
}

extension HTTPTransport {
    /// Sends one request and returns its whole body.
    ///
    /// - Parameter limit: the most bytes that the body may have; beyond, `.tooLarge` is thrown and the transfer ends.
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
