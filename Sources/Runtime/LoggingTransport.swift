import Dashboard
import FoundationEssentials
package import Intuned
import Synchronization

/// Sends requests through another transport and logs each of them without secrets.
///
/// A line holds UTC time, method, address, status or error, milliseconds and bytes of the body. For the platform, the address is
/// host and path; for a signed address and any other host, only the host. Headers are never read.
package struct LoggingTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let log: RequestLog
    private let platform: String

    /// Adds a log to a transport.
    ///
    /// - Parameter platform: the base URL of the platform.
    package init(_ transport: any HTTPTransport, log: RequestLog, platform: String) {
        (self.transport, self.log) = (transport, log)
        self.platform = platform.hasSuffix("/") ? String(platform.dropLast()) : platform
    }

    /// Sends the request and logs its outcome.
    package func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let start = Moment.now
        let received = Mutex(0)
        do throws(HTTPTransportError) {
            let head = try await transport.send(request) { head, piece in
                received.withLock { $0 += piece.count }
                return receive(head, piece)
            }
            note(request, "\(head.status)", since: start, bytes: received.withLock { $0 })
            return head
        } catch {
            note(request, Self.word(for: error), since: start, bytes: received.withLock { $0 })
            throw error
        }
    }

    private func note(_ request: HTTPRequest, _ outcome: String, since start: Moment, bytes: Int) {
        let milliseconds = Int(start.seconds(until: .now) * 1000)
        let time = start.wall.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        log.add("\(time) \(request.method) \(address(of: request)) \(outcome) \(milliseconds) ms \(bytes) B")
    }

    private func address(of request: HTTPRequest) -> String {
        let url = request.url
        guard let parts = URLComponents(string: url, encodingInvalidCharacters: false), let host = parts.encodedHost else {
            return "-"
        }
        let origin = host + (parts.port.map { ":\($0)" } ?? "")
        let isThePlatform = url == platform || ["/", "?"].contains { url.hasPrefix(platform + $0) }
        return isThePlatform && !request.isSigned ? origin + parts.percentEncodedPath : origin
    }

    private static func word(for error: HTTPTransportError) -> String {
        switch error {
        case .unresolvedHost: "unresolved"
        case .refused: "refused"
        case .unreachable: "unreachable"
        case .refusedByProxy: "refused-by-proxy"
        case .tls: "tls"
        case .timedOut(_, .address): "resolving-timed-out"
        case .timedOut(_, .connection): "connecting-timed-out"
        case .timedOut(_, .answer): "timed-out"
        case .connectionLost: "connection-lost"
        case .tooLarge, .stopped: "stopped"
        case .notHTTP: "not-http"
        case .cancelled: "cancelled"
        case .invalidURL: "invalid-url"
        case .unencrypted: "unencrypted"
        case .other: "failed"
        }
    }
}
