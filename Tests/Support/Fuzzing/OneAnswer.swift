package import Intuned

/// A transport that has one answer to everything.
package struct OneAnswer: HTTPTransport {
    private let body: [UInt8]

    /// Answers with that body.
    package init(body: [UInt8]) { self.body = body }

    /// Hands the body over, whatever is asked.
    package func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "Content-Type", value: "application/json")])
        guard body.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}
