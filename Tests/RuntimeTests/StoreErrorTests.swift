import Dashboard
import Intuned
import Simulator
import Testing

@testable import Runtime

/// The effect of a refusal's code on a fetch.
struct StoreErrorTests {
    @Test(arguments: [
        (403, "RequestTimeTooSkewed", Open<StoreErrorCode>.known(.requestTimeTooSkewed), 2),
        (403, "AccessDenied", .known(.accessDenied), 2), (403, "SignatureDoesNotMatch", .known(.signatureDoesNotMatch), 2),
        (403, "SomethingNew", .unrecognized("SomethingNew"), 2), (400, "ExpiredToken", .known(.expiredToken), 2),
        (403, "InvalidObjectState", .known(.invalidObjectState), 1), (404, "NoSuchKey", .known(.noSuchKey), 1),
        (400, "MalformedXML", .unrecognized("MalformedXML"), 1), (503, "SlowDown", .known(.slowDown), 8),
        (400, "RequestTimeout", .known(.requestTimeout), 8),
    ])
    func refusalKeepsItsCode(status: Int, text: String, code: Open<StoreErrorCode>, requests: Int) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .coded(status: status, code: text))])
            #expect(await scene.fetch(key) == .failure(.refused(status: status, code: code)))
            #expect(scene.storeRequests.count == requests)
            #expect(scene.folder.names == [])
        }
    }

    /// Google and R2 report an expired link with 400 instead of 403.
    @Test(arguments: ["ExpiredToken", "ExpiredRequest"])
    func expiredLinkIsRenewedWhateverItsStatus(code: String) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .coded(status: 400, code: code), times: 1)])
            let outcome = await scene.fetch(key)
            #expect(scene.runsAsked == 2)
            let original = try await scene.original(of: key)
            #expect(outcome == .success(FetchedFile(path: scene.path(key), bytes: original.count)))
        }
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>The key…</Message></Error>", "NoSuchKey"),
        (
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Error>\n <Code>\n  BlobNotFound\n </Code></Error>",
            "BlobNotFound"
        ),
        ("<Error xmlns=\"urn:x\"><Code>A.B-c_9</Code>", "A.B-c_9"), ("<html><code>NoSuchKey</code></html>", nil),
        ("<Error><Code></Code></Error>", nil), ("<Error><Code>No\u{1B}[31m</Code></Error>", nil),
        ("<Code>https://a.example/?sig=1</Code>", nil), ("<Code>" + String(repeating: "a", count: 65) + "</Code>", nil),
        ("{\"error\":{\"code\":404}}", nil), ("\u{0}\u{1}", nil), ("", nil),
    ])
    func codeIsReadFromAnyVendorsBody(body: String, code: String?) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let store = StandInStore(beside: scene.transport) { _ in .init(status: 404, pieces: body.map { String($0) }) }
            let expected = code.map { Open<StoreErrorCode>($0) }
            #expect(await scene.fetch(key, transport: store) == .failure(.refused(status: 404, code: expected)))
        }
    }

    @Test func codeMayStandInAzuresHeader() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let store = StandInStore(beside: scene.transport) { _ in
                .init(status: 404, headers: [("x-ms-error-code", "BlobNotFound")])
            }
            let failure = FetchFailure.refused(status: 404, code: .known(.blobNotFound))
            #expect(await scene.fetch(key, transport: store) == .failure(failure))
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [FaultKind.endless, .cut(after: 8), .wrongLength(by: 100)])
    func refusalStandsHoweverItsBodyEnds(_ fault: FaultKind) async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .coded(status: 404, code: "NoSuchKey")), .init(.store, fault)])
            guard case .failure(.refused(404, _, nil)) = await scene.fetch(key) else {
                Issue.record("the refusal was lost")
                return
            }
        }
    }

    @Test func noMoreOfABodyIsReadThanItsLimit() {
        let body = StoreErrorBody()
        let piece = [UInt8](repeating: 0x20, count: StoreErrorBody.limit)
        #expect(piece.withUnsafeBytes { body.take($0) } == false)
        #expect(Array("<Code>NoSuchKey</Code>".utf8).withUnsafeBytes { body.take($0) } == false)
        #expect(body.code(beside: HTTPResponseHead(status: 404)) == nil)
    }
}
