import Dashboard
import Foundation
import ResultsFile
import Testing

@testable import Runtime

/// The reader with real files: orders in, facts out.
@Suite(.timeLimit(.minutes(1))) struct ResultsReaderTests {
    /// A reader and its reports, oldest first.
    private struct Bench {
        let folder: URL
        let reader: ResultsReader
        var facts: AsyncStream<ReadingFact>.Iterator

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let (stream, continuation) = AsyncStream<ReadingFact>.makeStream()
            reader = ResultsReader { continuation.yield($0) }
            facts = stream.makeAsyncIterator()
        }

        func write(_ lines: [String], _ name: String = "run.jsonl") throws -> String {
            let file = folder.appending(path: name)
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            return file.path
        }

        /// The next report that matches; skips the others.
        mutating func next<Value>(_ pick: (ReadingFact) -> Value?) async throws -> Value {
            while let fact = await facts.next() {
                if let value = pick(fact) { return value }
            }
            throw CancellationError()
        }

        func end() {
            reader.close()
            try? FileManager.default.removeItem(at: folder)
        }
    }

    private static let lines = (0..<50).map { number in
        let error = number % 10 == 3 ? ",\"error\":{\"code\":\"timeout\",\"message\":\"late by \(number) s\"}" : ""
        return "{\"apiInfo\":{\"name\":\"prices\",\"parameters\":{\"n\":\(number)},\"result\":{\"output\":\(number)}\(error)}}"
    }

    @Test func rowsOfAFilterAreReadAndTheNextFailureIsFound() async throws {
        var bench = try Bench()
        defer { bench.end() }
        let failed = ResultsFilter(outcome: .failed)
        bench.reader.take(.open(path: try bench.write(Self.lines), format: "jsonl", isGrowing: false))
        bench.reader.take(.search(failed))
        let count = try await bench.next { fact in
            if case .searched(failed, let view) = fact, view.isFinal { view.count } else { nil }
        }
        #expect(count == 5)
        bench.reader.take(.readRows(failed, 1..<3))
        let rows = try await bench.next { if case .rowsRead(failed, 1..<3, let result) = $0 { result } else { nil } }
        #expect(try rows.get().map(\.index) == [13, 23])
        bench.reader.take(.locate(.previousFailure(before: 4), failed))
        #expect(try await bench.next { if case .located(_, _, let position) = $0 { position } else { nil } } == 3)
        bench.reader.take(.locate(.row(20), failed))
        #expect(try await bench.next { if case .located(_, _, let position) = $0 { position } else { nil } } == 2)
    }

    @Test func aFileThatIsNotThereSaysSo() async throws {
        var bench = try Bench()
        defer { bench.end() }
        let path = bench.folder.appending(path: "nowhere.jsonl").path
        bench.reader.take(.open(path: path, format: nil, isGrowing: false))
        #expect(await bench.facts.next() == .notOpened(.notOpened(path: path, code: ENOENT)))
    }

    @Test func rowsAreWrittenAndNoFileIsReplacedWithoutAYes() async throws {
        var bench = try Bench()
        defer { bench.end() }
        let target = bench.folder.appending(path: "out.csv").path
        bench.reader.take(.open(path: try bench.write(Self.lines), format: "jsonl", isGrowing: false))
        let order = ExportOrder(filter: ResultsFilter(outcome: .failed), format: .csv, path: target)
        bench.reader.take(.export(order))
        let receipt = try await bench.next { if case .exported(order, let result) = $0 { result } else { nil } }
        #expect(try receipt.get().rows == 5)
        bench.reader.take(.export(order))
        let again = try await bench.next { if case .exported(order, let result) = $0 { result } else { nil } }
        #expect(again == .failure(.alreadyExists(path: target)))
    }

    @Test func writingThatIsStoppedOrLeftLeavesNothing() async throws {
        var bench = try Bench()
        defer { bench.end() }
        let target = bench.folder.appending(path: "out.jsonl").path
        // The rest of the file never arrives, so the export cannot end by itself.
        bench.reader.take(.open(path: try bench.write(Self.lines), format: "jsonl", isGrowing: true))
        let order = ExportOrder(filter: ResultsFilter(), format: .jsonLines, path: target)
        bench.reader.take(.export(order))
        bench.reader.take(.stopExport)
        let stopped = try await bench.next { if case .exported(order, let result) = $0 { result } else { nil } }
        #expect(stopped == .failure(.canceled))
        bench.reader.take(.export(order))
        bench.reader.close()
        let left = try await bench.next { if case .exported(order, let result) = $0 { result } else { nil } }
        #expect(left == .failure(.canceled))
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) == ["run.jsonl"])
    }

    @Test func aFileIsReadToItsEndWhileItArrives() async throws {
        var bench = try Bench()
        defer { bench.end() }
        let lines = [[String]](repeating: Self.lines, count: 4).flatMap(\.self)
        let text = Data((lines.joined(separator: "\n") + "\n").utf8)
        let file = bench.folder.appending(path: "run.jsonl.partial")
        try text.prefix(text.count / 2).write(to: file)
        bench.reader.take(.open(path: file.path, format: "jsonl", isGrowing: true))
        let half = try await bench.next { fact in
            if case .indexed(let snapshot) = fact, snapshot.totals.items > 0 { snapshot } else { nil }
        }
        #expect(half.totals.items < 200)
        #expect(half.phase == .indexing)
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: text.suffix(from: text.count / 2))
        bench.reader.take(.finish)
        let all = try await bench.next { if case .indexed(let snapshot) = $0, snapshot.phase.isFinal { snapshot } else { nil } }
        #expect(all.phase == .complete)
        #expect(all.totals.items == 200)
        #expect(all.totals.failed == 20)
        #expect(all.totals.broken == 0)
    }

    @Test func theRunBeforeIsLookedAtBesides() async throws {
        var bench = try Bench()
        defer { bench.end() }
        let before = try bench.write(Self.lines.filter { !$0.contains("error") }, "before.jsonl")
        bench.reader.take(.open(path: try bench.write(Self.lines), format: "jsonl", isGrowing: false))
        bench.reader.take(.compare(path: bench.folder.appending(path: "nowhere").path, format: "jsonl"))
        bench.reader.take(.compare(path: before, format: "jsonl"))
        let previous = try await bench.next { if case .compared(let previous) = $0 { previous } else { nil } }
        #expect(previous.signatures.isEmpty)
        #expect(previous.bytes == Int64(try Data(contentsOf: URL(filePath: before)).count))
    }

    @Test func lookingForTheNextFailureAgainAndAgainRunsNoMoreTasks() throws {
        let bench = try Bench()
        defer { bench.end() }
        var session = ReadingSession(unfinished: UnfinishedFiles()) { _ in }
        session.carryOut(.open(path: try bench.write(Self.lines), format: "jsonl", isGrowing: true))
        session.carryOut(.search(ResultsFilter()))
        let before = session.tasks.count
        for _ in 0..<500 { session.carryOut(.locate(.nextFailure(after: 0), ResultsFilter())) }
        #expect(session.tasks.count == before + 1)
        session.carryOut(.close)
        #expect(session.tasks.count == 0)
    }
}
