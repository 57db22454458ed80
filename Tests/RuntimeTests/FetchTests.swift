import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import Simulator
import Synchronization
import Testing

/// Fetches without problems.
struct FetchTests {
    @Test(arguments: [(Gallery.items, "jsonl"), (.csv, "csv"), (.zip, "zip"), (.nothing, "jsonl"), (.unnamed, "results")])
    func aFileArrivesAsTheStoreHasIt(_ file: Gallery, ending: String) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(file)
            let outcome = await scene.fetch(key)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key, ending), bytes: original.count)))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).\(ending)"])
            #expect(try scene.folder.read("\(key.job)-\(key.run).\(ending)") == original)
        }
    }

    @Test func theFileIsForItsOwnerAlone() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            _ = await scene.fetch(key)
            var status = stat()
            #expect(stat(scene.path(key), &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o600)
        }
    }

    @Test func theStoreSeesNoHeaderOfTheAPI() async throws {
        try await Scene.with { scene in
            scene.simulator.setFaults([.init(.store, .cut(after: 4096), times: 1)])
            _ = await scene.fetch(try await scene.key(.items))
            #expect(
                scene.storeRequests.map { $0.headerNames.sorted() } == [
                    ["accept", "host", "user-agent"], ["accept", "host", "if-range", "range", "user-agent"],
                ])
            #expect(scene.simulator.requests.filter { $0.origin == .api }.allSatisfy { $0.headerNames.contains("x-api-key") })
        }
    }

    @Test func progressGrowsTowardsTheSizeThatThePlatformNames() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let size = try #require(try await scene.results(of: key)?.size)
            scene.simulator.setFaults([.init(.store, .slow(bytesPerTick: Int(size) / 8))])
            let told = Mutex<[FetchProgress]>([])
            _ = await scene.fetch(key) { progress in told.withLock { $0.append(progress) } }
            let progress = told.withLock { $0 }
            #expect(progress.count >= 2)
            #expect(progress.allSatisfy { $0.total == Int(size) && ($0.rate ?? 0) > 0 })
            #expect(progress.map(\.received) == Set(progress.map(\.received)).sorted())
        }
    }

    @Test func aFileThatIsThereStaysUntouched() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            try scene.folder.write("mine", to: "\(key.job)-\(key.run).jsonl")
            #expect(await scene.fetch(key) == .failure(.fileExists(path: scene.path(key))))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl"])
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == Array("mine".utf8))
            #expect(scene.storeRequests.isEmpty)
        }
    }

    @Test func aFileThatIsThereIsReplacedAfterAYes() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            try scene.folder.write("mine", to: "\(key.job)-\(key.run).jsonl")
            let outcome = await scene.fetch(key, replaces: true)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
            #expect(scene.folder.names.count == 1)
        }
    }

    @Test func theNameIsMadeOfJobAndRunOnly() throws {
        let order = FetchOrder(RunKey(profile: .first, job: "../größe/preis liste", run: "a/b"), folder: "/results")
        #expect(order.stem == "___gr__e_preis_liste-a_b")
    }
}
