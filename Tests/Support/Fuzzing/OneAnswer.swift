package import Intuned

/// A transport that gives every request the same answer.
package struct OneAnswer: HTTPTransport {
    private let body: [UInt8]

    /// Creates a transport that answers with this body.
    package init(body: [UInt8]) { self.body = body }

    /// Passes the body on, for any request.
    package func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "Content-Type", value: "application/json")])
        guard body.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}
