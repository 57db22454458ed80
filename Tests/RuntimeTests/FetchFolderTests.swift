import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import ResultsFile
import Simulator
import Synchronization
import Testing

/// Fetches that the file system refuses, and fetches that are stopped.
struct FetchFolderTests {
    @Test func aFolderThatIsMissingIsOneFailure() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let folder = scene.folder.path + "/missing"
            let path = "\(folder)/\(key.job)-\(key.run).jsonl.partial"
            #expect(
                await scene.fetch(key, into: folder)
                    == .failure(.file(FileFailure(path: path, .system(code: ENOENT), folderTakesFiles: false))))
            #expect(scene.folder.names == [])
            #expect(scene.storeRequests.isEmpty)
        }
    }

    /// A file in place of the folder is refused for root too, which no permission stops.
    @Test func aFolderThatIsNoneIsOneFailure() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            try scene.folder.write("", to: "file")
            let folder = scene.folder.path + "/file"
            let path = "\(folder)/\(key.job)-\(key.run).jsonl.partial"
            #expect(
                await scene.fetch(key, into: folder)
                    == .failure(.file(FileFailure(path: path, .system(code: ENOTDIR), folderTakesFiles: false))))
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aFolderThatMayNotBeWrittenIsOneFailure() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            chmod(scene.folder.path, 0o500)
            defer { chmod(scene.folder.path, 0o700) }
            let path = scene.path(key) + ".partial"
            #expect(
                await scene.fetch(key) == .failure(.file(FileFailure(path: path, .system(code: EACCES), folderTakesFiles: false)))
            )
        }
    }

    @Test func aFolderThatVanishesOnTheWayIsOneFailure() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let vanishing = AlteredTransport(base: scene.transport) { request in
                scene.folder.remove()
                return request
            }
            let outcome = await scene.fetch(key, transport: vanishing)
            #expect(
                outcome == .failure(.file(FileFailure(path: scene.path(key), .system(code: ENOENT), folderTakesFiles: false))))
            #expect(access(scene.folder.path, F_OK) != 0)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func aPipeInPlaceOfThePartialFileIsOneFailureAndStays() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let path = scene.path(key) + ".partial"
            #expect(mkfifo(path, 0o600) == 0)
            // With a reader, the pipe could be opened, and the results would go to that reader.
            let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            defer { close(reader) }
            #expect(await scene.fetch(key) == .failure(.file(FileFailure(path: path, .notAFile))))
            close(reader)
            #expect(await scene.fetch(key) == .failure(.file(FileFailure(path: path, .system(code: ENXIO)))))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl.partial"])
            #expect(scene.storeRequests.isEmpty)
        }
    }

    /// A limit on the length of files stops a write in the middle, like a full disk.
    @Test func aDiskThatTakesNoMoreIsOneFailureAndLeavesNothing() async throws {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 8192, rlim_max: 8192)
            try await Scene.with { scene in
                let key = try await scene.key(.items)
                #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
                let outcome = await scene.fetch(key)
                #expect(outcome == .failure(.file(FileFailure(path: scene.path(key) + ".partial", .system(code: EFBIG)))))
                #expect(scene.folder.names == [])
            }
        }
    }

    @Test func aFetchThatIsStoppedLeavesNothing() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.large)
            let (progress, told) = AsyncStream.makeStream(of: FetchProgress.self)
            let fetch = Task { await scene.fetch(key) { told.yield($0) } }
            for await _ in progress { break }
            fetch.cancel()
            #expect(await fetch.value == .failure(.cancelled))
            #expect(scene.folder.names == [])
        }
    }

    @Test func onlyOneOfTwoFetchesOfARunWrites() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let second = Mutex<Result<FetchedFile, FetchFailure>?>(nil)
            let meanwhile = MeanwhileTransport(base: scene.transport) {
                let outcome = await scene.fetch(key)
                second.withLock { $0 = outcome }
            }
            let first = await scene.fetch(key, transport: meanwhile)
            let original = try await scene.original(of: key)
            let partial = scene.path(key) + ".partial"
            #expect(first == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(second.withLock { $0 } == .failure(.file(FileFailure(path: partial, .inUse))))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
            #expect(scene.folder.names.count == 1)
        }
    }

    /// A crash between the two steps of moving a file into place leaves two names for one file.
    @Test func aPartialFileThatIsAlsoAFinishedOneIsNotEmptied() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            try scene.folder.write("finished", to: "\(key.job)-\(key.run).jsonl")
            #expect(link(scene.path(key), scene.path(key) + ".partial") == 0)
            scene.simulator.setFaults([.init(.store, .notFound)])
            #expect(await scene.fetch(key, replaces: true) == .failure(.refused(status: 404, code: .known(.noSuchKey))))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl"])
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == Array("finished".utf8))
        }
    }

    @Test func aPartialFileOfAnEarlierFetchIsWrittenAnew() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            try scene.folder.write("left over", to: "\(key.job)-\(key.run).jsonl.partial")
            let outcome = await scene.fetch(key)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
            #expect(scene.folder.names.count == 1)
        }
    }
}

/// A transport that runs an action before each request.
private struct MeanwhileTransport: HTTPTransport {
    let base: any HTTPTransport
    let deed: @Sendable () async -> Void

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        await deed()
        return try await base.send(request, receive: receive)
    }
}
