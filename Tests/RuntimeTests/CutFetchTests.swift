import Dashboard
import Intuned
import Simulator
import Testing

/// What a fetch does when connections break on the way.
struct CutFetchTests {
    /// Fetches a file with these faults of the store, and expects the file as it is without them; tells of each request whether it asked for a part.
    private func ranges(
        _ faults: [FaultKind], times: Int = 1, _ file: Gallery = .longLines, stall: Double = 30,
        alter: (@Sendable (HTTPRequest) -> HTTPRequest)? = nil
    ) async throws -> [Bool] {
        var ranges: [Bool] = []
        try await Scene.with { scene in
            let key = try await scene.key(file)
            scene.simulator.setFaults(faults.map { Fault(.store, $0, times: times) })
            let altered = alter.map { AlteredTransport(base: scene.transport, request: $0) }
            let outcome = await scene.fetch(key, transport: altered, stall: stall)
            ranges = scene.rangesAsked
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
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
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    /// The first piece is of another object than the rest would be.
    @Test func anObjectThatChangedBetweenTwoCutsIsFetchedFromItsStart() async throws {
        #expect(try await ranges([.changed, .cut(after: 4096)], .items) == [false, true])
    }

    @Test func aStoreThatIgnoresTheConditionMixesNoObjects() async throws {
        let asked = try await ranges([.changed, .cut(after: 4096)], .items) { request in
            var request = request
            request.headers.removeAll { $0.name == "If-Range" }
            return request
        }
        #expect(asked == [false, true, false])
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

    /// Each attempt brings as much as the one before and no more.
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
            #expect(scene.rangesAsked.count == 5)
            let original = try await scene.original(of: key)
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl.partial") == Array(original.prefix(4096)))
        }
    }
}
