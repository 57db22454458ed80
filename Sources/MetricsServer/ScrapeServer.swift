internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// Serves one page over HTTP: it answers one request on each connection, from memory, and closes it.
package struct ScrapeServer: Sendable {
    /// The port that it listens on.
    package let port: Int
    private let group: MultiThreadedEventLoopGroup

    /// Opens the port, or any free one for 0.
    ///
    /// - Parameters:
    ///   - address: an IP address of this machine.
    ///   - answer: called on the server's own thread for each request; it must not wait.
    package static func start(
        address: String, port: Int, limits: ScrapeLimits = ScrapeLimits(),
        answer: @escaping @Sendable (ScrapeRequest) -> ScrapeAnswer
    ) async throws(ScrapeServerError) -> ScrapeServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            let channel = try await bootstrap(group, limits, answer)
                .bind(to: SocketAddress(ipAddress: address, port: port)).get()
            return ScrapeServer(port: channel.localAddress?.port ?? port, group: group)
        } catch {
            try? await group.shutdownGracefully()
            throw ScrapeServerError(error, address: address, port: port)
        }
    }

    /// Closes the port and all connections.
    package func stop() async { try? await group.shutdownGracefully() }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ limits: ScrapeLimits,
        _ answer: @escaping @Sendable (ScrapeRequest) -> ScrapeAnswer
    ) -> ServerBootstrap {
        let open = OpenConnections(limit: limits.connections)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 64)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                guard open.enter() else { return channel.close() }
                channel.closeFuture.whenComplete { _ in open.leave() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(RequestLimit(bytes: limits.requestBytes))
                    try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
                    try pipeline.addHandler(ScrapeConnection(seconds: limits.seconds, answer))
                }
            }
    }
}

/// How many connections are open.
private final class OpenConnections: Sendable {
    private let count = Mutex(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Counts a connection; false if there are too many.
    func enter() -> Bool {
        count.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}

extension ScrapeServerError {
    fileprivate init(_ error: any Error, address: String, port: Int) {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE, EACCES: self = .portNotAvailable(port)
        case EADDRNOTAVAIL: self = .addressNotAvailable(address)
        default: self = .notStarted("\(error)")
        }
    }
}
