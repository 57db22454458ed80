internal import NIOCore
internal import NIOHTTP1

/// One connection of a client: one request, one answer, and the end.
final class ScrapeConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: @Sendable (ScrapeRequest) -> ScrapeAnswer
    private let limit: TimeAmount
    private var deadline: Scheduled<Void>?
    private var request: ScrapeRequest?
    private var isAnswered = false

    init(seconds: Double, _ answer: @escaping @Sendable (ScrapeRequest) -> ScrapeAnswer) {
        self.answer = answer
        limit = .milliseconds(Int64(seconds * 1000))
    }

    func channelActive(context: ChannelHandlerContext) {
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = ScrapeRequest(
                method: head.method.rawValue, path: String(head.uri.prefix { $0 != "?" }),
                accept: head.headers.first(name: "accept").map { _ in head.headers["accept"].joined(separator: ",") },
                host: head.headers.first(name: "host"))
        case .body: break
        case .end:
            guard let request, !isAnswered else { return }
            isAnswered = true
            send(answer(request), isHead: request.method == "HEAD", context)
        }
    }

    private func send(_ answer: ScrapeAnswer, isHead: Bool, _ context: ChannelHandlerContext) {
        let headers: HTTPHeaders = [
            "Content-Type": answer.contentType, "Content-Length": "\(answer.body.utf8.count)", "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff", "Connection": "close",
        ]
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isHead {
            let body = context.channel.allocator.buffer(string: answer.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }
}
