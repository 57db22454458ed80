import Dashboard
import Intuned
import Simulator
import Synchronization
import Testing

@testable import Runtime

/// Fetches whose connections break.
struct CutFetchTests {
    /// Fetches a file with these faults of the store, and expects its original bytes; returns for each request whether it asked
    /// for a part.
    private func ranges(
        _ faults: [FaultKind], times: Int = 1, _ file: Gallery = .longLines, stall: Double = 30, restarts: Int = 0,
        alter: (@Sendable (HTTPRequest) -> HTTPRequest)? = nil,
        head: @escaping @Sendable (HTTPResponseHead) -> HTTPResponseHead = { $0 }
    ) async throws -> [Bool] {
        var ranges: [Bool] = []
        try await Scene.with { scene in
            let key = try await scene.key(file)
            scene.simulator.setFaults(faults.map { Fault(.store, $0, times: times) })
            let altered = AlteredTransport(base: scene.transport, request: alter ?? { $0 }, head: head)
            let outcome = await scene.fetch(key, transport: altered, stall: stall)
            ranges = scene.rangesAsked
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count, restarts: restarts)))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl"])
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
        return ranges
    }

    @Test func aCutFetchGoesOnWhereItBrokeOff() async throws {
        #expect(try await ranges([.cut(after: 1 << 20)]) == [false, true])
    }

    @Test func manyCutsCostNothingWhileBytesCome() async throws {
        #expect(try await ranges([.cut(after: 1 << 20)], times: 8) == [false] + Array(repeating: true, count: 8))
    }

    @Test func aSlowFetchThatIsCutGoesOn() async throws {
        #expect(try await ranges([.slow(bytesPerTick: 1 << 16), .cut(after: 1 << 18)]) == [false, true])
    }

    @Test func aConnectionThatFallsSilentCountsAsCut() async throws {
        #expect(try await ranges([.hang], .items, stall: 1) == [false, false])
    }

    @Test func aStoreWithoutRangesIsAskedFromTheStart() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .cut(after: 4096), times: 2), .init(.store, .noRange)])
            let outcome = await scene.fetch(key)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count, restarts: 2)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    /// The first piece comes from another object than the rest would.
    @Test func anObjectThatChangedBetweenTwoCutsIsFetchedFromItsStart() async throws {
        #expect(try await ranges([.changed, .cut(after: 4096)], .items, restarts: 1) == [false, true])
    }

    @Test func aStoreThatIgnoresTheConditionMixesNoObjects() async throws {
        let asked = try await ranges([.changed, .cut(after: 4096)], .items, restarts: 1) { request in
            var request = request
            request.headers.removeAll { $0.name == "If-Range" }
            return request
        }
        #expect(asked == [false, true, false])
    }

    private static func withoutTag(_ head: HTTPResponseHead) -> HTTPResponseHead {
        var head = head
        head.headers.removeAll { $0.name.lowercased() == "etag" }
        return head
    }

    @Test func withoutATagTheKeyAndTheLengthTellTheObject() async throws {
        #expect(try await ranges([.cut(after: 1 << 20)], head: Self.withoutTag) == [false, true])
    }

    /// The rest comes from an object of another length, which is the only sign without a tag.
    @Test func withoutATagAnotherLengthMeansAnotherObject() async throws {
        let asked = try await ranges(
            [.cut(after: 1 << 20)], restarts: 1,
            head: { head in
                var head = Self.withoutTag(head)
                guard head.status == 206 else { return head }
                head.headers = head.headers.map { header in
                    guard header.name.lowercased() == "content-range" else { return header }
                    let part = header.value.prefix { $0 != "/" }
                    return HTTPHeader(name: header.name, value: "\(part)/1")
                }
                return head
            })
        #expect(asked == [false, true, false])
    }

    @Test func aStoreThatAsksToBeLeftAloneForAMomentIsAskedAgain() async throws {
        #expect(try await ranges([.unavailable(status: 503)], times: 3) == [false, false, false, false])
        #expect(try await ranges([.rateLimited(.seconds(1))]) == [false, false])
    }

    @Test func aFetchThatWaitsForTheStoreSaysWhereItStands() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let size = Int(try #require(try await scene.results(of: key)?.size))
            scene.simulator.setFaults([.init(.store, .unavailable(status: 503), times: 1)])
            let told = Mutex<[FetchProgress]>([])
            _ = await scene.fetch(key) { progress in told.withLock { $0.append(progress) } }
            #expect(told.withLock { $0.first } == FetchProgress(received: 0, total: size))
        }
    }

    @Test func aLinkThatEndsAgainAfterItBroughtSomethingIsRenewedAgain() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.longLines)
            let ending = AlteredTransport(base: scene.transport) { request in
                // Each connection is cut, and each link has expired at its second request.
                let isSecond = scene.storeRequests.count % 2 == 1 && scene.storeRequests.count < 6
                scene.simulator.setFaults(
                    isSecond ? [.init(.store, .expired, times: 1)] : [.init(.store, .cut(after: 1 << 20), times: 1)])
                return request
            }
            let outcome = await scene.fetch(key, transport: ending)
            #expect(scene.runsAsked == 4)
            #expect((try? outcome.get()) != nil, "\(outcome)")
        }
    }

    /// The connection is cut once, and the link has expired at the next request; the platform then answers with these faults.
    private func endingLink(_ faults: [Fault], _ test: (Scene, RunKey, any HTTPTransport) async throws -> Void) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.longLines)
            scene.simulator.setFaults([.init(.store, .cut(after: 1 << 20), times: 1)])
            let ending = AlteredTransport(base: scene.transport) { request in
                if scene.rangesAsked.count == 1 { scene.simulator.setFaults([.init(.store, .expired, times: 1)] + faults) }
                return request
            }
            try await test(scene, key, ending)
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl"])
            let original = try await scene.original(of: key)
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    @Test(arguments: [FaultKind.serverError, .rateLimited(.seconds(1)), .reset])
    func aPlatformThatFailsForAMomentWhileALinkIsRenewedIsAskedAgain(_ fault: FaultKind) async throws {
        try await endingLink([.init(.run, fault, times: 2)]) { scene, key, transport in
            guard case .success(let file) = await scene.fetch(key, transport: transport) else {
                Issue.record("the fetch ended")
                return
            }
            #expect(file.restarts == 0)
            #expect(scene.rangesAsked == [false, true, true])
        }
    }

    @Test func aPlatformThatFailsForGoodWhileALinkIsRenewedCostsNothingThatCame() async throws {
        try await endingLink([.init(.run, .serverError)]) { scene, key, transport in
            let interruptions = Interruptions()
            let outcome = await scene.fetch(key, transport: transport, after: interruptions)
            guard case .failure(.run(.server(500, _), partial: scene.path(key) + ".partial")) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            let kept = try scene.folder.read("\(key.job)-\(key.run).jsonl.partial")
            #expect(!kept.isEmpty)
            // Once at the start, and then as often as a failing store would be asked; the cut connection counts too.
            #expect(scene.runsAsked == 8)
            scene.simulator.setFaults([])
            guard case .success(let file) = await scene.fetch(key, after: interruptions) else {
                Issue.record("the second fetch failed")
                return
            }
            #expect(file.restarts == 0)
            #expect(scene.rangesAsked.last == true)
        }
    }

    @Test func aRunThatIsGoneWhenItsLinkIsRenewedIsNotAskedForAgain() async throws {
        try await endingLink([.init(.run, .notFound)]) { scene, key, transport in
            let outcome = await scene.fetch(key, transport: transport)
            guard case .failure(.run(.notFound, partial: scene.path(key) + ".partial")) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(scene.runsAsked == 2)
            scene.simulator.setFaults([])
            _ = await scene.fetch(key)
        }
    }

    @Test func whatCameBeforeTheStoreFailedForGoodIsKept() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .cut(after: 4096), times: 1)])
            let failing = AlteredTransport(base: scene.transport) { request in
                if scene.rangesAsked.count == 1 { scene.simulator.setFaults([.init(.store, .serverError)]) }
                return request
            }
            #expect(
                await scene.fetch(key, transport: failing)
                    == .failure(.refused(status: 500, code: .known(.internalError), partial: scene.path(key) + ".partial")))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl.partial").count == 4096)
        }
    }

    /// The first fetch is cut once and then refused permanently; the test decides what happens before the second one.
    private func givenUp(_ test: (Scene, RunKey, Interruptions) async throws -> Void) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.longLines)
            scene.simulator.setFaults([.init(.store, .cut(after: 1 << 20), times: 1)])
            let failing = AlteredTransport(base: scene.transport) { request in
                if scene.rangesAsked.count == 1 { scene.simulator.setFaults([.init(.store, .reset)]) }
                return request
            }
            let interruptions = Interruptions()
            let outcome = await scene.fetch(key, transport: failing, after: interruptions)
            guard case .failure(.transport(_, partial: scene.path(key) + ".partial")) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            scene.simulator.setFaults([])
            try await test(scene, key, interruptions)
            let original = try await scene.original(of: key)
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl"])
        }
    }

    @Test func theFetchAfterOneThatWasGivenUpGoesOnWhereThatBrokeOff() async throws {
        try await givenUp { scene, key, interruptions in
            guard case .success(let file) = await scene.fetch(key, after: interruptions) else {
                Issue.record("the second fetch failed")
                return
            }
            #expect(file.restarts == 0)
            #expect(scene.rangesAsked.last == true)
        }
    }

    @Test func aPartialFileThatSomebodyElseWroteToIsNotGoneOnWith() async throws {
        try await givenUp { scene, key, interruptions in
            try scene.folder.write("other", to: "\(key.job)-\(key.run).jsonl.partial")
            _ = await scene.fetch(key, after: interruptions)
            #expect(scene.rangesAsked.last == false)
        }
    }

    @Test func anObjectThatChangedMeanwhileIsFetchedFromItsStart() async throws {
        try await givenUp { scene, key, interruptions in
            scene.simulator.setFaults([.init(.store, .changed, times: 1)])
            let outcome = await scene.fetch(key, after: interruptions)
            #expect((try? outcome.get())?.restarts == 1)
            // The following checks compare with the object without the fault.
            _ = await scene.fetch(key, replaces: true)
        }
    }

    @Test func aConnectionThatBreaksAgainAndAgainEndsTheFetchAndKeepsWhatCame() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .cut(after: 4096), times: 1), .init(.store, .reset)])
            let outcome = await scene.fetch(key)
            guard case .failure(.transport(.connectionLost, let partial)) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(partial == nil)
            #expect(scene.folder.names == [])
        }
    }

    /// Each attempt brings as much as the previous one and no more.
    @Test(.timeLimit(.minutes(1))) func aFetchThatNeverGetsFurtherEnds() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .cut(after: 4096)), .init(.store, .noRange)])
            let outcome = await scene.fetch(key)
            guard case .failure(.transport(.connectionLost, let partial)) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(partial == scene.path(key) + ".partial")
            #expect(scene.rangesAsked.count == 8)
            let original = try await scene.original(of: key)
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl.partial") == Array(original.prefix(4096)))
        }
    }
}
