import CCurl
import Dispatch
import Intuned
import Synchronization
import Testing

@testable import CurlTransport

/// The effect of a waiting receiver, such as one with a stalled disk, on its own transfer and on others.
@Suite(.timeLimit(.minutes(1)))
struct HandoverTests {
    private static let piece = [UInt8](repeating: 0x61, count: 100_000)
    private static let pieces = 100

    /// Answers `/body` with some MB, `/short` with three bytes, `/late` after 2 s, and everything else at once.
    private static let script: ByteServer.Script = { connection in
        while let request = connection.readRequest() {
            if request.contains("/body") {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(pieces * piece.count)\r\n\r\n")
                for _ in 0..<pieces where !connection.send(piece) { return }
            } else {
                if request.contains("/late"), connection.isClosed(within: 2) { return }
                connection.answer("abc")
            }
        }
    }

    /// A receiver that waits until it is released, and reports when it starts to wait.
    private final class Stalled: Sendable {
        private let gate = DispatchSemaphore(value: 0)
        private let counted = Mutex(0)
        private let begun = AsyncStream.makeStream(of: Void.self)

        /// Bytes received.
        var received: Int { counted.withLock { $0 } }

        func receive(_ piece: UnsafeRawBufferPointer) {
            counted.withLock { $0 += piece.count }
            begun.continuation.yield()
            gate.wait()
            gate.signal()
        }

        func hasBegun() async { for await _ in begun.stream { return } }
        func letGo() { gate.signal() }
    }

    private func fetch(
        _ path: String, _ server: ByteServer, _ transport: CurlTransport, _ stalled: Stalled, wantsMore: Bool = true,
        timeout: Double? = nil
    ) -> Task<HTTPTransportError?, Never> {
        let request = HTTPRequest(url: server.url(path), timeout: timeout, stallTimeout: timeout)
        return Task {
            do throws(HTTPTransportError) {
                _ = try await transport.send(request) { _, piece in
                    stalled.receive(piece)
                    return wantsMore
                }
                return nil
            } catch {
                return error
            }
        }
    }

    @Test func otherTransfersEndWhileAReceiverIsStalled() async throws {
        try await withServer(Self.script) { server, transport in
            let stalled = Stalled()
            let task = fetch("/body", server, transport, stalled)
            await stalled.hasBegun()
            for _ in 1...20 {
                let text = try await transport.text(of: HTTPRequest(url: server.url(), timeout: 15))
                #expect(text == "abc")
            }
            stalled.letGo()
            #expect(await task.value == nil)
            #expect(stalled.received == Self.pieces * Self.piece.count)
        }
    }

    @Test func timeOfTheReceiverIsNotTheNetworks() async throws {
        try await withServer(Self.script) { server, transport in
            let stalled = Stalled()
            let task = fetch("/body", server, transport, stalled, timeout: 1.5)
            await stalled.hasBegun()
            _ = try await transport.text(of: HTTPRequest(url: server.url("/late"), timeout: 15))
            stalled.letGo()
            #expect(await task.value == nil)
            #expect(stalled.received == Self.pieces * Self.piece.count)
        }
    }

    @Test(arguments: ["/body", "/short"]) func receiverThatDeclinesLateEndsItsTransfer(path: String) async throws {
        try await withServer(Self.script) { server, transport in
            let stalled = Stalled()
            let task = fetch(path, server, transport, stalled, wantsMore: false)
            await stalled.hasBegun()
            _ = try await transport.text(of: HTTPRequest(url: server.url()))
            stalled.letGo()
            #expect(await task.value == .stopped)
        }
    }

    @Test(arguments: ["/body", "/short"]) func cancelingDoesNotWaitForAStalledReceiver(path: String) async throws {
        try await withServer(Self.script) { server, transport in
            let stalled = Stalled()
            let task = fetch(path, server, transport, stalled)
            await stalled.hasBegun()
            _ = try await transport.text(of: HTTPRequest(url: server.url()))
            task.cancel()
            #expect(await task.value == .cancelled)
            let received = stalled.received
            stalled.letGo()
            let text = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(text == "abc")
            #expect(stalled.received == received)
        }
    }

    @Test func shuttingDownDoesNotWaitForAStalledReceiver() async throws {
        try await withServer(Self.script) { server, transport in
            let stalled = Stalled()
            let task = fetch("/body", server, transport, stalled)
            await stalled.hasBegun()
            transport.shutdown()
            #expect(await task.value == .cancelled)
            stalled.letGo()
        }
    }

    @Test func bytesUnderWayStayBounded() async throws {
        let multi = try #require(curl_multi_init())
        let inbox = Inbox(bell: Doorbell(of: multi))
        defer {
            inbox.close()
            curl_multi_cleanup(multi)
        }
        let stalled = Stalled()
        let body = BodyHandover(id: 1, inbox: inbox) { _, piece in
            stalled.receive(piece)
            return true
        }
        let head = HTTPResponseHead(status: 200)
        _ = Self.piece.withUnsafeBytes { body.take($0, of: head) }
        await stalled.hasBegun()
        var taken = 0
        while Self.piece.withUnsafeBytes({ body.take($0, of: head) }) == .taken { taken += Self.piece.count }
        #expect(taken > 0)
        #expect(taken <= BodyHandover.capacity)
        stalled.letGo()
    }
}
