internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// An origin's open port on the loopback address.
enum Listener {
    /// Opens a port, or any free port for 0.
    static func open(_ origin: Origin, port: Int, exchange: Exchange, on group: MultiThreadedEventLoopGroup) async throws
        -> any Channel
    {
        try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Connection(origin, exchange))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
    }
}
