import Dashboard
import Intuned
import Simulator
import Synchronization
import Testing

@testable import Runtime

/// Fetches from a store that redirects, as S3 does to the region of a bucket.
struct RedirectedFetchTests {
    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectToAnotherHostIsFollowed(_ status: Int) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let link = try #require(try await scene.results(of: key)?.signedURL.reveal())
            let region = link.replacing("127.0.0.1", with: "localhost")
            #expect(region != link)
            scene.simulator.setFaults([.init(.store, .redirect(to: region, status: status), times: 1)])
            let outcome = await scene.fetch(key)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    @Test func threeRedirectsInARowAreFollowedAndAFourthIsNot() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .redirect(to: nil, status: 307), times: 3)])
            #expect((try? await scene.fetch(key).get()) != nil)
            scene.simulator.setFaults([.init(.store, .redirect(to: nil, status: 307))])
            let asked = scene.storeRequests.count
            #expect(
                await scene.fetch(key, replaces: true) == .failure(.redirected(status: 307, .tooMany(limit: 3))))
            #expect(scene.storeRequests.count - asked == 4)
        }
    }

    /// A cut fetch that resumes through a redirect.
    @Test func redirectedRequestHasNoHeaderButItsRange() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .cut(after: 4096), times: 1)])
            let redirecting = AlteredTransport(base: scene.transport) { request in
                if scene.storeRequests.count == 1 {
                    scene.simulator.setFaults([.init(.store, .redirect(to: nil, status: 307), times: 1)])
                }
                return request
            }
            let outcome = await scene.fetch(key, transport: redirecting)
            #expect(
                scene.storeRequests.map { $0.headerNames.sorted() } == [
                    ["accept", "host", "user-agent"], ["accept", "host", "if-range", "range", "user-agent"],
                    ["accept", "host", "range", "user-agent"],
                ])
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
            #expect(try scene.folder.read("\(key.job)-\(key.run).jsonl") == original)
        }
    }

    @Test(arguments: [
        ("https://a.example/f?sig=1", "https://b.example/g?sig=%2F%2f", "https://b.example/g?sig=%2F%2f"),
        ("https://a.example/b/f?sig=1", "/g?sig=2", "https://a.example/g?sig=2"),
        ("https://a.example/b/f?sig=1", "g?sig=2", "https://a.example/b/g?sig=2"),
        ("https://a.example/f", "//b.example/g", "https://b.example/g"),
        ("http://127.0.0.1:9/f", "http://127.0.0.1:8/g", "http://127.0.0.1:8/g"),
        ("http://127.0.0.1:9/f", "HTTPS://b.example/g", "HTTPS://b.example/g"),
    ])
    func redirectLeadsWhereItsLocationSays(from: String, location: String, target: String) throws {
        let head = HTTPResponseHead(status: 307, headers: [HTTPHeader(name: "location", value: location)])
        #expect(try StoreRedirect.request(after: head, of: HTTPRequest(url: from, isSigned: true)).url == target)
    }

    @Test(arguments: [
        ("http://b.example/g", RedirectProblem.unencrypted(host: "b.example")),
        ("http://127.0.0.1/g", .unencrypted(host: "127.0.0.1")), ("hTTp://[::1]:80/", .unencrypted(host: "[::1]")),
        ("ftp://b.example/g", .noAddress), ("file:///etc/passwd", .noAddress), ("https:///g", .noAddress), ("", .noAddress),
        ("https://user:word@b.example/g", .noAddress), ("https://b.example/a b", .noAddress), ("javascript:x", .noAddress),
    ])
    func redirectThatIsNotSafeIsNotFollowed(location: String, problem: RedirectProblem) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            // The first redirect of the platform's link leads to https.
            let store = StandInStore(beside: scene.transport) { request in
                let next = request.url.hasPrefix("https://a.example/") ? location : "https://a.example/f?sig=1"
                return .init(status: 307, headers: next.isEmpty ? [] : [("Location", next)], pieces: ["moved"])
            }
            #expect(await scene.fetch(key, transport: store) == .failure(.redirected(status: 307, problem)))
            #expect(store.requests.count == 2)
            #expect(scene.folder.names == [])
        }
    }

    @Test func redirectToAPlainHostFromThisMachineIsRefused() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .redirect(to: "http://b.example/g?sig=1", status: 307))])
            #expect(await scene.fetch(key) == .failure(.transport(.unencrypted("b.example"), partial: nil)))
        }
    }
}
