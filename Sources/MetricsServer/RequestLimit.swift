internal import NIOCore

/// Ends a connection whose request is too long, before anything parses it.
final class RequestLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private static let refusal = "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    private var left: Int

    init(bytes: Int) { left = bytes }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard left >= 0 else { return }
        left -= unwrapInboundIn(data).readableBytes
        guard left < 0 else { return context.fireChannelRead(data) }
        context.writeAndFlush(NIOAny(context.channel.allocator.buffer(string: Self.refusal))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}
