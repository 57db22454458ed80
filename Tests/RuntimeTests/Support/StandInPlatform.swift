import Glibc
import Intuned
import Synchronization

/// A platform within the process that gives every call the same answer, or none until the test ends.
final class StandInPlatform: HTTPTransport {
    private let outcome: Result<String, HTTPTransportError>?
    private let asked = Mutex<[HTTPRequest]>([])
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

    /// A platform without answers until `release()`.
    static var silent: StandInPlatform { StandInPlatform(nil) }

    /// Creates a platform that answers with this body, or not at all.
    init(_ outcome: Result<String, HTTPTransportError>?) { self.outcome = outcome }

    /// The methods and addresses of the requests.
    var requests: [String] { asked.withLock { $0.map { "\($0.method) \($0.url)" } } }

    /// A client of the platform.
    var client: IntunedClient {
        IntunedClient(
            baseURL: "https://api.example.com", workspaceID: "w", project: "p", apiKey: Secret("key"), transport: self)
    }

    /// Ends the calls that have no answer.
    func release() {
        for continuation in waiting.withLock({ waiting in
            defer { waiting = [] }; return waiting
        }) { continuation.resume() }
    }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        asked.withLock { $0.append(request) }
        guard let outcome else {
            await withCheckedContinuation { continuation in waiting.withLock { $0.append(continuation) } }
            throw .cancelled
        }
        let head = HTTPResponseHead(status: 200)
        guard Array(try outcome.get().utf8).withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}
