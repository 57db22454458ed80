import Dashboard
import Intuned
import ResultsFile
import Simulator
import Testing

@testable import Runtime

/// Fetches from a store that compresses its answers (RFC 9110, section 8.4).
struct PackedFetchTests {
    @Test func packedFileHasAnEndingThatSaysSo() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .gzip)])
            let outcome = await scene.fetch(key)
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl.gz"])
            let packed = try scene.folder.read("\(key.job)-\(key.run).jsonl.gz")
            let file = FetchedFile(path: scene.path(key, "jsonl.gz"), bytes: packed.count, coding: .gzip)
            #expect(outcome == .success(file))
            #expect(packed.starts(with: [0x1F, 0x8B]))
            let original = try await scene.original(of: key)
            let opened = try PackedVariant.open(scene.path(key), ResultsOptions())
            #expect(opened.path == file.path)
            #expect(await opened.indexed().phase == .complete)
            #expect(try opened.bytes.size() == Int64(original.count))
        }
    }

    @Test func packedFileIsResumedInItsPackedForm() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .gzip), .init(.store, .cut(after: 4096), times: 1)])
            let outcome = await scene.fetch(key)
            #expect(scene.rangesAsked == [false, true])
            #expect((try? outcome.get())?.coding == .gzip)
            let cut = try scene.folder.read("\(key.job)-\(key.run).jsonl.gz")
            _ = await scene.fetch(key, replaces: true)
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl.gz") == cut)
        }
    }

    @Test func packedFileThatIsThereIsAskedAbout() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            try scene.folder.write("mine", to: "\(key.job)-\(key.run).jsonl.gz")
            #expect(await scene.fetch(key) == .failure(.fileExists(path: scene.path(key, "jsonl.gz"))))
            #expect(scene.storeRequests.isEmpty)
        }
    }

    @Test(arguments: [
        ("gzip", "\u{1F}plain", "jsonl", nil), ("br", "x", "jsonl.br", ContentCoding.brotli), ("X-Gzip", "{}", "jsonl", nil),
        ("identity, zstd", "{}", "jsonl", nil), ("deflate", "x", "jsonl.zz", .deflate), ("aws-chunked", "{}", "jsonl", nil),
    ])
    func endingNamesNoCodingThatTheBytesDeny(
        encoding: String, body: String, ending: String, coding: ContentCoding?
    ) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.nothing)
            let store = StandInStore(beside: sizeless(scene)) { _ in
                .init(headers: [("Content-Encoding", encoding)], pieces: [body])
            }
            let outcome = await scene.fetch(key, client: client(scene), transport: store)
            let file = FetchedFile(path: scene.path(key, ending), bytes: body.utf8.count, coding: coding)
            #expect(outcome == .success(file))
            #expect(scene.folder.names == ["\(key.job)-\(key.run).\(ending)"])
        }
    }

    /// The platform without a size in its answers.
    private func sizeless(_ scene: Scene) -> AlteredTransport {
        AlteredTransport(
            base: scene.transport,
            answer: { body in
                Array(String(decoding: body, as: UTF8.self).replacing(/"size":\d+/, with: "\"size\":null").utf8)
            })
    }

    private func client(_ scene: Scene) -> IntunedClient {
        let options = SimulatorOptions()
        return IntunedClient(
            baseURL: scene.simulator.baseURL, workspaceID: options.workspaceID, project: options.project,
            apiKey: Secret(options.apiKey), transport: sizeless(scene))
    }
}
