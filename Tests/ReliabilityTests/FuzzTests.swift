import Foundation
import Intuned
import ResultsFile
import Synchronization
import Testing
import TextScreen

/// A fixed number of seeded inputs made from the corpus: none may crash a reader, and what it makes of them holds what it promises.
@Suite struct FuzzTests {
    @Test func everyAnswerIsUnderstoodOrRefused() async throws {
        let seeds = try Corpus.files("answers")
        var mutation = Mutation(seed: 1)
        var understood = 0
        for _ in 0..<Corpus.inputs {
            let transport = OneAnswer(body: mutation.input(from: seeds))
            let client = IntunedClient(
                baseURL: "https://a.example", workspaceID: "w", project: "p", apiKey: Secret("k"), transport: transport)
            if let page = try? await client.call(Endpoints.jobRuns(job: "j")).value {
                understood += 1
                #expect(page.totalCount.map { $0 >= 0 } ?? true)
            }
            if (try? await client.call(Endpoints.jobRun(job: "j", run: "r"))) != nil { understood += 1 }
            if (try? await client.call(Endpoints.jobs())) != nil { understood += 1 }
        }
        // Were none understood, the inputs would test nothing but the first brace.
        #expect(understood > Corpus.inputs / 50)
    }

    @Test(arguments: [Charset.unicode, .ascii]) func noTextLeavesItsPlaceOrMovesTheCursor(charset: Charset) throws {
        let seeds = try Corpus.files("texts")
        var mutation = Mutation(seed: 2)
        for _ in 0..<Corpus.inputs {
            let text = String(decoding: mutation.input(from: seeds), as: UTF8.self)
            let columns = Int.random(in: 1...40, using: &mutation)
            let limit = Int.random(in: 0...30, using: &mutation)
            var canvas = Canvas(size: Size(columns: columns, rows: 3), charset: charset)
            let written = canvas.write(text, column: 2, row: 1, limit: limit, role: .bad)
            #expect(written <= max(0, min(limit, columns - 2)))
            for row in [0, 2] { #expect((0..<columns).allSatisfy { canvas[$0, row] == .blank }) }
            let shown = (0..<columns).map { canvas[$0, 1].text }
            #expect(shown.enumerated().allSatisfy { (2..<2 + max(written, 0)).contains($0.offset) || $0.element == " " })
            #expect(shown.joined().unicodeScalars.allSatisfy { Self.isHarmless($0, charset) }, "\(text.debugDescription)")
        }
    }

    @Test func everyResultsFileOpensAndEnds() async throws {
        let seeds = try Corpus.files("results")
        let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "results")
        var mutation = Mutation(seed: 3)
        for _ in 0..<Corpus.inputs {
            try Data(mutation.input(from: seeds)).write(to: path)
            let file = try ResultsFile(path: path.path)
            let snapshot = await file.indexed()
            #expect(snapshot.phase.isFinal)
            let rows = try file.rows(in: 0..<snapshot.totals.items)
            #expect(rows.count == snapshot.totals.items)
            for row in rows where row.outcome != .broken { _ = try file.item(at: row.index) }
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar, _ charset: Charset) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: charset == .unicode || scalar.isASCII
        }
    }
}

/// A transport that has one answer to everything.
private struct OneAnswer: HTTPTransport {
    var body: [UInt8]

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "Content-Type", value: "application/json")])
        guard body.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}
