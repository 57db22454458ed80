import CurlTransport
import Dispatch
import Intuned
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test func aPortOnWhichNothingListensRefuses() async throws {
        try await Loopback.withSilentPort { port in
            try await withTransport { transport in
                await #expect(throws: HTTPTransportError.refused("127.0.0.1:\(port)")) {
                    try await transport.text(of: HTTPRequest(url: "http://127.0.0.1:\(port)/?secret=1"))
                }
            }
        }
    }

    @Test func aNameThatDoesNotResolveIsNamed() async throws {
        try await withTransport { transport in
            await #expect(throws: HTTPTransportError.unresolvedHost("x.invalid")) {
                try await transport.text(of: HTTPRequest(url: "http://user:word@x.invalid/?secret=1", timeout: 30))
            }
        }
    }

    @Test func anAddressThatNoRouteLeadsToIsUnreachable() async throws {
        try await withTransport { transport in
            // The kernel refuses a TCP connection to the broadcast address at once.
            await #expect(throws: HTTPTransportError.unreachable("255.255.255.255:80")) {
                try await transport.text(of: HTTPRequest(url: "http://255.255.255.255/"))
            }
        }
    }

    @Test func requestsOneAfterAnotherShareAConnection() async throws {
        try await withServer(always { $0.answer("hello") }) { server, transport in
            for _ in 1...10 {
                let text = try await transport.text(of: HTTPRequest(url: server.url()))
                #expect(text == "hello")
            }
            #expect(server.connections == 1)
            #expect(server.requests.count == 10)
        }
    }

    @Test func fiftyRequestsAtOnceUseAtMostEightConnections() async throws {
        try await withServer({ connection in
            while let request = connection.readRequest() {
                connection.answer(String(request.split(separator: " ")[1]))
            }
        }) { server, transport in
            let bodies = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 1...50 {
                    group.addTask { try await transport.text(of: HTTPRequest(url: server.url("/\(number)"))) }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(bodies == Set((1...50).map { "/\($0)" }))
            #expect(server.connections <= 8)
        }
    }

    @Test func aGetOnAConnectionThatTheServerHadClosedIsSentAgain() async throws {
        try await withServer(once { $0.answer("hello") }) { server, transport in
            let text = try await transport.text(of: HTTPRequest(url: server.url("/1")))
            #expect(text == "hello")
            let again = try await transport.text(of: HTTPRequest(url: server.url("/2")))
            #expect(again == "hello")
            #expect(server.connections == 2)
        }
    }

    /// Each connection answers its first request and breaks at the second.
    @Test func aGetOnAKeptConnectionThatBreaksIsSentOnceMoreAndOnANewOne() async throws {
        let (arrived, report) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let script: ByteServer.Script = { connection in
            guard let first = connection.readRequest() else { return }
            if first.hasPrefix("GET /kept") {
                report.yield()
                gate.wait()
            }
            connection.answer("hello")
            if connection.readRequest() != nil { connection.reset() }
        }
        try await withServer(script) { server, transport in
            let keeping = (1...4).map { _ in Task { try await transport.text(of: HTTPRequest(url: server.url("/kept"))) } }
            var count = 0
            for await _ in arrived {
                count += 1
                if count == 4 { break }
            }
            for _ in keeping { gate.signal() }
            for task in keeping { _ = try await task.value }
            let text = try await transport.text(of: HTTPRequest(url: server.url("/last")))
            #expect(text == "hello")
            #expect(server.requests.count { $0.hasPrefix("GET /last") } == 2)
            #expect(server.connections == 5)
        }
    }

    /// As after a network outage: nothing reports that the connection is dead.
    @Test func aConnectionThatFellSilentIsNotUsedAgain() async throws {
        let script: ByteServer.Script = { connection in
            guard connection.readRequest() != nil, connection.answer("hello") else { return }
            connection.hold()
        }
        try await withServer(script) { server, transport in
            let first = try await transport.text(of: HTTPRequest(url: server.url("/1")))
            #expect(first == "hello")
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.3)) {
                try await transport.text(of: HTTPRequest(url: server.url("/2"), timeout: 0.3))
            }
            let third = try await transport.text(of: HTTPRequest(url: server.url("/3")))
            #expect(third == "hello")
            #expect(server.connections == 2)
        }
    }

    @Test func aPostIsNeverSentTwice() async throws {
        // Every request is read in full; a POST is never answered.
        try await withServer({ connection in
            while let request = connection.readRequest() {
                guard request.hasPrefix("GET") else { return }
                connection.answer("hello")
            }
        }) { server, transport in
            let text = try await transport.text(of: HTTPRequest(url: server.url()))
            #expect(text == "hello")
            await #expect(throws: HTTPTransportError.connectionLost(.closed(.answer))) {
                try await transport.text(of: HTTPRequest(method: "POST", url: server.url()))
            }
            #expect(server.requests.map { $0.prefix(4) } == ["GET ", "POST"])
        }
    }

    @Test func aRequestInTheQueueForAConnectionGivesUpInTimeAndLeavesTheTransportUsable() async throws {
        let (held, report) = AsyncStream.makeStream(of: Void.self)
        let script: ByteServer.Script = { connection in
            while let request = connection.readRequest() {
                guard request.hasPrefix("GET /hold") else {
                    connection.answer("hello")
                    continue
                }
                report.yield()
                return connection.hold()
            }
        }
        try await withServer(script) { server, transport in
            let holding = (1...8).map { _ in Task { try await transport.text(of: HTTPRequest(url: server.url("/hold"))) } }
            var count = 0
            for await _ in held {
                count += 1
                if count == 8 { break }
            }
            await #expect(throws: HTTPTransportError.timedOut(seconds: 0.3)) {
                try await transport.text(of: HTTPRequest(url: server.url(), timeout: 0.3, connectTimeout: 10))
            }
            for task in holding {
                task.cancel()
                await #expect(throws: HTTPTransportError.cancelled) { try await task.value }
            }
            for _ in 1...8 {
                let text = try await transport.text(of: HTTPRequest(url: server.url()))
                #expect(text == "hello")
            }
        }
    }
}
