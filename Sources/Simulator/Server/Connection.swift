internal import Glibc
internal import NIOCore
internal import NIOHTTP1

/// One connection of a client: reads requests one after another and sends the answers as fast as the client reads them.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let origin: Origin
    private let exchange: Exchange
    private var request: Request?
    private var staysOpen = true
    private var sending: Sending?
    private var timer: Scheduled<Void>?

    private struct Sending {
        var response: Response
        var outgoing: Outgoing
        /// Whether the next piece waits for the clock instead of the client.
        var waitsForTick = false
    }

    /// The most bytes of a request's body; no request of the API has a body.
    private static let longestBody = 1 << 20

    init(_ origin: Origin, _ exchange: Exchange) {
        (self.origin, self.exchange) = (origin, exchange)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            staysOpen = head.isKeepAlive
            request = Request(
                origin: origin, method: head.method.rawValue, target: head.uri, headers: head.headers.map { ($0.name, $0.value) })
        case .body(let bytes):
            guard let received = request?.body.count, received + bytes.readableBytes <= Connection.longestBody else {
                return context.close(promise: nil)
            }
            request?.body += bytes.readableBytesView
        case .end:
            guard let request = request.take() else { return }
            begin(exchange.answer(request), context)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { pump(context) }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        sending = nil
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func begin(_ response: Response, _ context: ChannelHandlerContext) {
        guard let delay = response.delay else { return send(response, context) }
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(delay.wholeMilliseconds)) {
            self.send(response, context)
        }
    }

    private func send(_ response: Response, _ context: ChannelHandlerContext) {
        switch response.misbehaviour {
        case .hang: return
        case .reset: return reset(context)
        case .endlessHeaders:
            let start = Array("HTTP/1.1 200 OK\r\n".utf8)
            let body = Response.Body.repeated(
                Array("X-Filler: 0123456789abcdef0123456789abcdef\r\n".utf8), length: nil, after: start)
            sending = Sending(response: response, outgoing: Outgoing(Response(status: 200, body: body)))
        case nil:
            sending = Sending(response: response, outgoing: Outgoing(response))
            let headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: response.status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
        }
        pump(context)
    }

    /// Sends pieces while the client reads them.
    private func pump(_ context: ChannelHandlerContext) {
        while let response = sending?.response, sending?.waitsForTick == false, context.channel.isWritable {
            guard let piece = sending?.outgoing.next(atMost: response.bytesPerTick ?? PartedReader.chunk) else {
                return finish(response, context)
            }
            let buffer = context.channel.allocator.buffer(bytes: piece)
            if response.misbehaviour == .endlessHeaders {
                // Written past the encoder, which would not write endless headers.
                let encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
                encoder?.writeAndFlush(NIOAny(buffer), promise: nil)
            } else {
                context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
            }
            if response.bytesPerTick != nil { waitForTick(context) }
        }
    }

    private func waitForTick(_ context: ChannelHandlerContext) {
        sending?.waitsForTick = true
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(100)) {
            self.sending?.waitsForTick = false
            self.pump(context)
        }
    }

    private func finish(_ response: Response, _ context: ChannelHandlerContext) {
        sending = nil
        if response.cut != nil { return reset(context) }
        let ends = !staysOpen || response.lengthError != 0
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            if ends { context.close(promise: nil) }
        }
    }

    /// Closes with RST instead of FIN: unread data is lost, as when a machine disappears.
    private func reset(_ context: ChannelHandlerContext) {
        let channel = context.channel
        guard let options = channel as? any SocketOptionProvider else { return context.close(promise: nil) }
        options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in channel.close(promise: nil) }
    }
}
