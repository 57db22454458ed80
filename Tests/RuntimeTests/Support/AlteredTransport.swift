import Intuned

/// A transport that changes requests, heads or whole answers in transit.
struct AlteredTransport: HTTPTransport {
    let base: any HTTPTransport
    var request: @Sendable (HTTPRequest) -> HTTPRequest = { $0 }
    var answer: (@Sendable ([UInt8]) -> [UInt8])?
    var head: @Sendable (HTTPResponseHead) -> HTTPResponseHead = { $0 }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        guard let answer else {
            return self.head(try await base.send(self.request(request)) { receive(self.head($0), $1) })
        }
        let (head, body) = try await base.body(of: self.request(request), limit: 1 << 20)
        guard answer(body).withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}
