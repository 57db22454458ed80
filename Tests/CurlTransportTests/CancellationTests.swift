import CurlTransport
import Intuned
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
    /// Sends the start of a body and keeps the connection until the client gives up.
    private static let endless = once { connection in
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
        connection.hold()
    }

    @Test func aTaskCancelledInTheMiddleOfABodyEndsItsTransferAndClosesTheConnection() async throws {
        let (closed, reportClosed) = AsyncStream.makeStream(of: Void.self)
        let script: ByteServer.Script = { connection in
            Self.endless(connection)
            reportClosed.finish()
        }
        try await withServer(script) { server, transport in
            let (pieces, report) = AsyncStream.makeStream(of: String.self)
            let task = Task {
                try await transport.send(HTTPRequest(url: server.url(), timeout: nil)) { _, piece in
                    report.yield(String(decoding: piece, as: UTF8.self))
                    return true
                }
            }
            #expect(await pieces.first { _ in true } == "abc")
            task.cancel()
            await #expect(throws: HTTPTransportError.cancelled) { try await task.value }
            for await _ in closed {}
        }
    }

    @Test func aTaskCancelledBeforeItSendsSendsNothing() async throws {
        try await withServer(always { $0.answer("hello") }) { server, transport in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await transport.text(of: HTTPRequest(url: server.url()))
            }
            await #expect(throws: HTTPTransportError.cancelled) { try await task.value }
            #expect(server.requests == [])
        }
    }

    @Test func tasksCancelledAtAnyMomentAllEndAndLeaveTheTransportUsable() async throws {
        try await withServer(always { $0.answer("hello") }) { server, transport in
            let tasks = (1...200).map { number in
                let task = Task { try await transport.text(of: HTTPRequest(url: server.url("/\(number)"))) }
                if number % 2 == 0 { task.cancel() }
                return task
            }
            for (index, task) in tasks.enumerated() {
                if index % 3 == 0 { task.cancel() }
                do {
                    let text = try await task.value
                    #expect(text == "hello")
                } catch {
                    #expect(error as? HTTPTransportError == .cancelled)
                }
            }
            let again = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(again == "hello")
        }
    }

    @Test func aReceiverThatDeclinesStopsTheTransferAtOnce() async throws {
        try await withServer(Self.endless) { server, transport in
            let calls = Mutex(0)
            await #expect(throws: HTTPTransportError.stopped) {
                try await transport.send(HTTPRequest(url: server.url())) { _, _ in
                    calls.withLock { $0 += 1 }
                    return false
                }
            }
            #expect(calls.withLock { $0 } == 1)
        }
    }

    @Test func aShutdownFailsWhatIsInFlightAndAllThatIsSentLater() async throws {
        try await withServer(Self.endless) { server, transport in
            let (pieces, report) = AsyncStream.makeStream(of: Void.self)
            let tasks = (1...12).map { _ in
                Task {
                    try await transport.send(HTTPRequest(url: server.url(), timeout: nil)) { _, _ in
                        report.yield()
                        return true
                    }
                }
            }
            _ = await pieces.first { true }
            transport.shutdown()
            transport.shutdown()
            for task in tasks {
                await #expect(throws: HTTPTransportError.cancelled) { try await task.value }
            }
            await #expect(throws: HTTPTransportError.cancelled) {
                try await transport.text(of: HTTPRequest(url: server.url()))
            }
        }
    }

    @Test func aShutdownFromWithinAReceiverDoesNotWaitForItself() async throws {
        try await withServer(Self.endless) { server, transport in
            await #expect(throws: HTTPTransportError.cancelled) {
                try await transport.send(HTTPRequest(url: server.url(), timeout: nil)) { _, _ in
                    transport.shutdown()
                    return true
                }
            }
        }
    }
}
