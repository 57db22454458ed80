import Dashboard
import Foundation
import Intuned
import ResultsFile
import Synchronization
import Testing

@testable import Runtime

/// Results that are read into memory, from a store with scripted answers.
@Suite(.timeLimit(.minutes(1))) struct ResultsPeekTests {
    private static let lines = (0..<20).map { number in
        let error = number % 4 == 1 ? ",\"error\":{\"code\":\"timeout\",\"message\":\"late by \(number) s\"}" : ""
        return "{\"apiInfo\":{\"name\":\"prices\",\"parameters\":{\"n\":\(number)},\"result\":{\"output\":\(number)}\(error)}}\n"
    }.joined()

    private static func results(_ size: Int? = lines.utf8.count) -> RunResults {
        RunResults(
            signedURL: .url("https://store.example.com/r?X-Signature=s"), format: "jsonl", size: size.map { Double($0) })
    }

    /// The first report that ends the peek, and the state of the file then.
    private func outcome(
        _ results: RunResults = results(), store: StandInStore
    ) async -> (fact: ReadingFact?, snapshot: ResultsSnapshot?) {
        let (facts, continuation) = AsyncStream<ReadingFact>.makeStream()
        let reader = ResultsReader(peek: ResultsPeek(transport: store, turns: PeekTurns())) { continuation.yield($0) }
        defer { reader.close() }
        reader.take(.peek(results))
        var ending: ReadingFact?
        for await fact in facts {
            switch fact {
            case .peekFailed: return (fact, nil)
            case .opened: ending = fact
            case .indexed(let snapshot) where snapshot.phase.isFinal: return (ending, snapshot)
            default: break
            }
        }
        return (nil, nil)
    }

    private func store(_ answer: StandInStore.Answer) -> StandInStore {
        StandInStore(beside: StandInPlatform.silent) { _ throws(HTTPTransportError) in answer }
    }

    @Test func resultsAreIndexedWithoutAFileOnDisk() async throws {
        let text = Self.lines
        let before = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm")
        let (fact, snapshot) = await outcome(
            store: store(.init(pieces: [String(text.prefix(500)), String(text.dropFirst(500))])))
        #expect(fact == .opened(path: ""))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/dev/shm") == before)
        #expect(snapshot?.totals.items == 20)
        #expect(snapshot?.groups.map(\.count) == [5])
    }

    @Test func storeIsAskedOnceWhateverItAnswers() async {
        let answers: [(Int, [String], PeekFailure)] = [
            (403, [], .expired(status: 403, code: nil)), (404, [], .refused(status: 404, code: nil)),
            (503, [], .refused(status: 503, code: nil)), (200, ["{}"], .wrongLength(received: 2, promised: 1_500)),
        ]
        for (status, pieces, failure) in answers {
            let store = store(.init(status: status, pieces: pieces))
            #expect(await outcome(Self.results(1_500), store: store).fact == .peekFailed(failure))
            #expect(store.requests.count == 1, "\(status)")
        }
    }

    @Test func bodyBeyondTheLimitIsNotKept() async {
        let piece = String(repeating: "x", count: 1 << 20)
        let store = store(.init(headers: [("content-length", "\(9 << 20)")], pieces: Array(repeating: piece, count: 9)))
        #expect(await outcome(Self.results(100), store: store).fact == .peekFailed(.tooLarge(limit: PeekLimit.bytes)))
    }

    @Test func brokenConnectionIsNotTriedAgain() async {
        let store = StandInStore(beside: StandInPlatform.silent) { _ throws(HTTPTransportError) in
            throw .refused("store.example.com")
        }
        #expect(await outcome(store: store).fact == .peekFailed(.transport(.refused("store.example.com"))))
        #expect(store.requests.count == 1)
    }

    @Test func secondPeekWaitsForTheEndOfTheFirst() async {
        let turns = PeekTurns()
        let running = Mutex((now: 0, most: 0))
        let tasks = (0..<5).map { _ in
            turns.begin {
                running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                await Task.yield()
                running.withLock { $0.now -= 1 }
            }
        }
        for task in tasks { await task.value }
        #expect(running.withLock { $0.most } == 1)
    }

    @Test func canceledPeekNeverAsks() async {
        let turns = PeekTurns()
        let (gate, open) = AsyncStream<Void>.makeStream()
        let first = turns.begin { for await _ in gate {} }
        let store = store(.init(pieces: [Self.lines]))
        let reader = ResultsReader(peek: ResultsPeek(transport: store, turns: turns)) { _ in }
        reader.take(.peek(Self.results()))
        reader.close()
        await reader.waitForEnd()
        open.finish()
        await first.value
        await turns.begin {}.value
        #expect(store.requests.isEmpty)
    }
}
