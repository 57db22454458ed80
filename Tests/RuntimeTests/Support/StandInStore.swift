import Intuned
import Synchronization

/// A store with scripted answers and no network; other requests go to the platform.
final class StandInStore: HTTPTransport {
    /// An answer of the store: its head, and the pieces of its body.
    struct Answer {
        var status = 200
        var headers: [(String, String)] = []
        var pieces: [String] = []

        var head: HTTPResponseHead {
            HTTPResponseHead(status: status, headers: headers.map { HTTPHeader(name: $0.0, value: $0.1) })
        }
    }

    private let platform: any HTTPTransport
    private let answer: @Sendable (HTTPRequest) throws(HTTPTransportError) -> Answer
    private let asked = Mutex<[HTTPRequest]>([])

    /// - Parameter answer: returns the store's answer to a request.
    init(
        beside platform: any HTTPTransport,
        answer: @escaping @Sendable (HTTPRequest) throws(HTTPTransportError) -> Answer
    ) {
        (self.platform, self.answer) = (platform, answer)
    }

    /// The requests to the store, in order.
    var requests: [HTTPRequest] { asked.withLock { $0 } }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        guard request.isSigned else { return try await platform.send(request, receive: receive) }
        asked.withLock { $0.append(request) }
        let answer = try answer(request)
        for piece in answer.pieces {
            guard Array(piece.utf8).withUnsafeBytes({ receive(answer.head, $0) }) else { throw .stopped }
        }
        return answer.head
    }
}
