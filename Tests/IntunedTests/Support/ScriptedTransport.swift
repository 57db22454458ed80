import Intuned
import Synchronization

/// A transport that gives every request the same answer and records the requests.
final class ScriptedTransport: HTTPTransport {
    private let outcome: Result<HTTPResponseHead, HTTPTransportError>
    private let pieces: [[UInt8]]
    private let asked = Mutex<[HTTPRequest]>([])

    init(_ head: HTTPResponseHead, pieces: [[UInt8]]) {
        self.outcome = .success(head)
        self.pieces = pieces
    }

    convenience init(status: Int, headers: [String: String] = [:], body: String = "") {
        let headers = headers.map { HTTPHeader(name: $0.key, value: $0.value) }
        self.init(HTTPResponseHead(status: status, headers: headers), pieces: [Array(body.utf8)])
    }

    init(failing error: HTTPTransportError) {
        self.outcome = .failure(error)
        self.pieces = []
    }

    var requests: [HTTPRequest] { asked.withLock { $0 } }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        asked.withLock { $0.append(request) }
        let head = try outcome.get()
        for piece in pieces {
            guard piece.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        }
        return head
    }
}

extension IntunedClient {
    /// Creates a client of one project with this transport.
    init(_ transport: ScriptedTransport) {
        self.init(
            baseURL: "https://api.example.com/workspace", workspaceID: "w1", project: "my project", apiKey: Secret("key-1"),
            transport: transport)
    }
}

/// The error of a call with this answer; nil if the call succeeds.
func error<Answer>(
    of endpoint: Endpoint<Answer>, status: Int, headers: [String: String] = [:], body: String = ""
) async -> IntunedError? {
    await error(of: endpoint, through: ScriptedTransport(status: status, headers: headers, body: body))
}

/// The error of a call over this transport; nil if the call succeeds.
func error<Answer>(of endpoint: Endpoint<Answer>, through transport: ScriptedTransport) async -> IntunedError? {
    do throws(IntunedError) {
        _ = try await IntunedClient(transport).call(endpoint)
        return nil
    } catch {
        return error
    }
}
