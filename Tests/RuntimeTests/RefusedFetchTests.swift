import Dashboard
import FoundationEssentials
import Intuned
import ResultsFile
import Simulator
import Synchronization
import Testing

@testable import Runtime

/// Fetches that the store refuses, or for which it has wrong or too little data.
struct RefusedFetchTests {
    @Test func anExpiredLinkGetsTheRunAskedOnceMore() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.run, .expired, times: 1)])
            let outcome = await scene.fetch(key)
            #expect((scene.storeRequests.count, scene.runsAsked) == (2, 2))
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    @Test func aLinkThatEndsOnTheWayIsRenewedAndTheFetchGoesOn() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .cut(after: 4096), times: 1)])
            let isFirst = Mutex(true)
            let expiring = AlteredTransport(base: scene.transport) { request in
                if isFirst.withLock({ isFirst in
                    defer { isFirst = false }; return isFirst
                }) {
                    return request
                }
                scene.simulator.setFaults(scene.runsAsked == 1 ? [.init(.store, .expired)] : [])
                return request
            }
            let outcome = await scene.fetch(key, transport: expiring)
            #expect(scene.rangesAsked == [false, true, true])
            #expect(scene.runsAsked == 2)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    @Test func aLinkThatIsExpiredTwiceIsRefused() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.run, .expired)])
            #expect(await scene.fetch(key) == .failure(.refused(status: 403, code: .known(.accessDenied))))
            #expect((scene.storeRequests.count, scene.runsAsked) == (2, 2))
            #expect(scene.folder.names == [])
        }
    }

    @Test(arguments: [
        (FaultKind.notFound, FetchFailure.refused(status: 404, code: .known(.noSuchKey))),
        (.serverError, .refused(status: 500, code: .known(.internalError))), (.notModified, .refused(status: 304)),
    ])
    func aStoreThatRefusesEndsTheFetchAndLeavesNothing(_ fault: FaultKind, failure: FetchFailure) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, fault)])
            #expect(await scene.fetch(key) == .failure(failure))
            #expect(scene.folder.names == [])
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [10, -10])
    func aContentLengthThatLiesIsAnErrorAndWhatCameIsKeptAsPartial(_ difference: Int) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let size = Int(try #require(try await scene.results(of: key)?.size))
            scene.simulator.setFaults([.init(.store, .wrongLength(by: Int64(difference)))])
            let received = size + min(0, difference)
            let promised = max(size, size + difference)
            let outcome = await scene.fetch(key)
            let partial = scene.path(key) + ".partial"
            #expect(outcome == .failure(.wrongLength(received: received, promised: promised, partial: partial)))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl.partial"])
            let original = try await scene.original(of: key)
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl.partial") == Array(original.prefix(received)))
        }
    }

    /// The store sends no length, so only the platform's size tells where the end is.
    @Test(.timeLimit(.minutes(1))) func aBodyWithoutEndIsCutOffBehindThePromisedSize() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let size = Int(try #require(try await scene.results(of: key)?.size))
            scene.simulator.setFaults([.init(.store, .endless)])
            let outcome = await scene.fetch(key)
            guard case .failure(.wrongLength(let received, size, let partial)) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(received > size && received < size + (1 << 20))
            #expect(partial == scene.path(key) + ".partial")
        }
    }

    @Test(.timeLimit(.minutes(1))) func aBodyWithoutEndAndWithoutASizeLeavesTheDiskItsReserve() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .endless)])
            let room = try #require(try PartialFile(for: scene.path(key)).room)
            let outcome = await scene.fetch(key, client: client(scene, size: "null"), reserve: room - (8 << 20))
            let path = scene.path(key) + ".partial"
            #expect(outcome == .failure(.file(FileFailure(path: path, .reserve(bytes: room - (8 << 20))))))
            #expect(scene.folder.names == [])
        }
    }

    /// A client for which the platform reports another size.
    private func client(_ scene: Scene, size: String) -> IntunedClient {
        client(scene) { body in
            let parts = body.split(separator: "\"size\":", maxSplits: 1)
            guard parts.count == 2 else { return body }
            return "\(parts[0])\"size\":\(size)\(parts[1].drop(while: \.isNumber))"
        }
    }

    /// A client with altered answers of the platform.
    private func client(_ scene: Scene, alter: @escaping @Sendable (String) -> String) -> IntunedClient {
        let options = SimulatorOptions()
        let transport = AlteredTransport(
            base: scene.transport, answer: { body in Array(alter(String(decoding: body, as: UTF8.self)).utf8) })
        return IntunedClient(
            baseURL: scene.simulator.baseURL, workspaceID: options.workspaceID, project: options.project,
            apiKey: Secret(options.apiKey), transport: transport)
    }

    @Test func aSizeThatLiesIsAnErrorAndWhatCameIsKeptAsPartial() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let original = try await scene.original(of: key)
            let outcome = await scene.fetch(key, client: client(scene, size: "7"))
            let partial = scene.path(key) + ".partial"
            #expect(outcome == .failure(.wrongLength(received: original.count, promised: 7, partial: partial)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl.partial") == original)
        }
    }

    @Test(arguments: [
        (#"file:///etc/hostname"#, HTTPTransportError.invalidURL), ("ftp://store.example.com/file", .invalidURL),
        ("http://127.0.0.1:99999/file", .invalidURL), (#"http://127.0.0.1/\u0001file"#, .invalidURL), ("file", .invalidURL),
        ("http://store.example.com/file?sig=1", .unencrypted("store.example.com")),
    ])
    func anAddressThatCannotBeAskedIsNotTriedAgain(_ address: String, _ error: HTTPTransportError) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let client = client(scene) { $0.replacing(/"signed_url":"[^"]*"/, with: "\"signed_url\":\"\(address)\"") }
            let tries = Mutex(0)
            let counting = AlteredTransport(base: scene.transport) { request in
                tries.withLock { $0 += 1 }
                return request
            }
            let outcome = await scene.fetch(key, client: client, transport: counting)
            #expect(outcome == .failure(.transport(error, partial: nil)))
            #expect(tries.withLock { $0 } == 1)
            #expect(scene.folder.names == [])
        }
    }

    @Test func aFileThatDoesNotFitIsNotBegun() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let outcome = await scene.fetch(key, client: client(scene, size: "1000000000000000000"))
            guard case .failure(.file(let failure)) = outcome, case .noRoom(let needed, let free) = failure.problem else {
                Issue.record("\(outcome)")
                return
            }
            #expect(needed == 1_000_000_000_000_000_000)
            #expect(free < needed)
            #expect(scene.storeRequests.isEmpty)
            #expect(scene.folder.names == [])
        }
    }

    @Test(arguments: ["1e300", "0.5", "null", "\"?\""])
    func aSizeThatIsNoNumberOfBytesPromisesNothing(_ size: String) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let original = try await scene.original(of: key)
            let outcome = await scene.fetch(key, client: client(scene, size: size))
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
        }
    }

    @Test func aRunWithoutResultsHasNothingToFetch() async throws {
        try await Scene.with(.demo) { scene in
            let runs = try await scene.client.call(Endpoints.jobRuns(job: "catalogue-sync")).value.runs
            let active = try #require(runs.first { $0.endTime == nil })
            #expect(await scene.fetch(RunKey(profile: .first, job: "catalogue-sync", run: active.id)) == .failure(.noResults))
        }
    }

    @Test func aRunThatCannotBeAskedForIsNamed() async throws {
        try await Scene.with { scene in
            let key = RunKey(profile: .first, job: Gallery.job, run: "none")
            guard case .failure(.run(.notFound(let subject, _), partial: nil)) = await scene.fetch(key) else {
                Issue.record("the run was found")
                return
            }
            #expect(subject == .jobRun(job: key.job, run: key.run))
        }
    }
}
